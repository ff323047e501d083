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
    "https://Example.org/weekly/, example.org",
    "http://192.0.2.7:80/, 192.0.2.7",
    "http://[::1]:8080/, 0000-0000-0000-0000-0000-0000-0000-0001",
    "http://[2001:DB8::7]/, 2001-0db8-0000-0000-0000-0000-0000-0007",
    "http://[2001:db8:0:0:0:0:0:7]/, 2001-0db8-0000-0000-0000-0000-0000-0007",
    "http://feed_server:8080/, feed-server"
  })
  void namesAnAuthorityThatIdsAllow(URI address, String authority) {
    assertThat(BaseUrl.authority(address)).isEqualTo(authority);
  }
}
