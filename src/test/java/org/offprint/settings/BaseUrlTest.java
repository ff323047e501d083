package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.org/, https://example.org/",
    "https://example.org, https://example.org/",
    "http://example.org/weekly, http://example.org/weekly/",
    "http://localhost:8080, http://localhost:8080/",
    "http://192.0.2.7:80/a/b/, http://192.0.2.7:80/a/b/",
    "http://[::1]:8080/, http://[::1]:8080/",
    "HTTPS://example.org/, HTTPS://example.org/",
    "https://xn--bcher-kva.example/, https://xn--bcher-kva.example/",
    "https://b\u00fccher.example/, https://xn--bcher-kva.example/",
    "https://B\u00dcCHER.example:8443/weekly, https://xn--bcher-kva.example:8443/weekly/",
    "https://example.org/%C3%A9t%C3%A9, https://example.org/%C3%A9t%C3%A9/"
  })
  void endsInSlash(String text, URI address) {
    assertThat(BaseUrl.parse(text)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "file:///srv/issues/",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "https://",
        "https:///weekly/",
        "https:example.org",
        "https://example.org/?a=b",
        "https://example.org/?",
        "https://example.org/#top",
        "https://example.org#",
        "https://exam ple.org/",
        "https://\u00fc\u00ad .example/",
        "https://b\u00fccher@example.org/",
        "https://example.org/a b/",
        "https://example.org/\"",
        "https://example.org/%zz/"
      })
  void isNothingElse(String text) {
    assertThat(BaseUrl.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/, true",
    "http://192.0.2.7:80/, true",
    "http://[2001:db8::7]/, true",
    "http://localhost:8080/, false",
    "http://feeds/, false",
    "http://news.localhost/, false",
    "http://127.0.0.1:8080/, false",
    "http://[::1]/, false",
    "http://192.168.1.4/, false",
    "http://10.0.0.1/, false",
    "http://0.0.0.0/, false",
    "http://[fd00::1]/, false",
    "http://localhost./, false",
    "https://news.internal/, false",
    "http://999.1/, false"
  })
  void knowsWhetherReadersElsewhereMayReachIt(URI address, boolean isPublic) {
    assertThat(BaseUrl.isPublic(address)).isEqualTo(isPublic);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Example.org/, 'tag:example.org,2005'",
    "https://Example.org/weekly/, 'tag:example.org,2005:weekly'",
    "https://example.org/News/de%20luxe/, 'tag:example.org,2005:News/de%20luxe'",
    "https://example.org/nachrichten-ü/a(b)/~x/, 'tag:example.org,2005:nachrichten-%C3%BC/a(b)/~x'",
    "http://192.0.2.7:80/, 'tag:192.0.2.7,2005'",
    "http://[::1]:8080/, 'tag:0000-0000-0000-0000-0000-0000-0000-0001,2005'",
    "http://[2001:DB8::7]/, 'tag:2001-0db8-0000-0000-0000-0000-0000-0007,2005'",
    "http://[2001:db8:0:0:0:0:0:7]/, 'tag:2001-0db8-0000-0000-0000-0000-0000-0007,2005'",
    "http://feed_server:8080/, 'tag:feed-server,2005'"
  })
  void beginsIdsByHostAndPath(URI address, String tag) {
    assertThat(BaseUrl.tag(address)).isEqualTo(tag);
    assertThat(SettingsFile.tag(tag))
        .as("the value that a publisher is advised to set")
        .hasValue(tag);
  }
}
