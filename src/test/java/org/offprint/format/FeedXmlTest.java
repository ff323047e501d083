package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedXmlTest {
  private static String written(String text) {
    Element element = new Element("content").setText(text);
    FeedXml.toCdata(element);
    return new String(FeedXml.write(new Document(element)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "<p>a &amp; b</p>",
        "a ]]> b ]]>",
        "]]>]]>",
        "]]",
        "two\r\nlines",
        "\ud83d\ude80"
      })
  void textOfCdataIsReadAsItWas(String text) throws IOException, JDOMException {
    assertThat(new SAXBuilder()
            .build(new StringReader(written(text)))
            .getRootElement()
            .getText())
        .isEqualTo(text);
  }

  @Test
  void endOfCdataIsDivided() {
    assertThat(written("a ]]> b")).contains("<content><![CDATA[a ]]]]><![CDATA[> b]]></content>");
  }
}
