package org.offprint.format;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.offprint.feed.FeedFormat;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses a rendered document: one that no parser accepts must not be served. */
final class ReadBack {
  private static final List<String> ENTITY_LIMITS = List.of(
      "http://www.oracle.com/xml/jaxp/properties/maxGeneralEntitySizeLimit",
      "http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit");

  private ReadBack() {}

  static void check(byte[] bytes, FeedFormat format) {
    try {
      if (format == FeedFormat.JSON) {
        readJson(new String(bytes, StandardCharsets.UTF_8));
      } else {
        SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        SAXParser parser = parsers.newSAXParser();
        // Without a document type nothing can be expanded, but Java 25 counts the character
        // references of a
        // long text against these limits, too.
        for (String limit : ENTITY_LIMITS) {
          parser.setProperty(limit, "0");
        }
        parser.parse(new ByteArrayInputStream(bytes), new DefaultHandler());
      }
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException("the " + format.label() + " document cannot be read back", e);
    }
  }

  private static void readJson(String text) throws IOException {
    JsonReader json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    json.skipValue();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("something follows the feed");
    }
  }
}
