package org.offprint.rules;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Reads feed documents by the ending of their address. The same HTML is looked at only once.
 * Thread-safe.
 */
final class FeedParser {
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  private final Map<String, Markup> markups = new ConcurrentHashMap<>();

  ParsedFeed parse(String name, URI address, String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    String path = address.getPath();
    if (path.endsWith(".json")) {
      return JsonFeed.of(name, address, bytes, json(text), this::markup);
    }
    Document xml = xml(name, text);
    return path.endsWith(".rss")
        ? RssFeed.of(name, address, bytes, xml, this::markup)
        : AtomFeed.of(name, address, bytes, xml, this::markup);
  }

  private Markup markup(String html) {
    return markups.computeIfAbsent(html, Markup::of);
  }

  private static JsonObject json(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    return JsonParser.parseReader(reader).getAsJsonObject();
  }

  private static Document xml(String name, String text) {
    SAXBuilder builder = new SAXBuilder();
    // Newer Java counts the plain references of a long text against these limits.
    builder.setProperty(LIMITS + "maxGeneralEntitySizeLimit", "0");
    builder.setProperty(LIMITS + "totalEntitySizeLimit", "0");
    try {
      return builder.build(new StringReader(text));
    } catch (JDOMException | IOException e) {
      throw new AssertionError(name + " cannot be read", e);
    }
  }
}
