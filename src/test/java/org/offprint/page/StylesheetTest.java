package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.offprint.publication.Masthead;

/** The stylesheet of all pages, with the publisher's colours. */
final class StylesheetTest {
  @Test
  void stylesheetOfOwnColoursHasAnAddressOfItsOwn() {
    Optional<Masthead.Accent> accent = Optional.of(new Masthead.Accent("#0066cc", "#3d8be0"));

    assertThat(css(accent)).startsWith(css(Optional.empty())).contains("--accent:#0066cc");
    assertThat(Asset.stylesheet(accent).path())
        .isEqualTo(Asset.stylesheet(accent).path())
        .isNotEqualTo(Asset.stylesheet(Optional.empty()).path());
  }

  @Test
  void stylesheetBeginsWithNormalizeAndItsLicence() {
    assertThat(css(Optional.empty()))
        .startsWith("/*! normalize.css v8.0.1 | MIT License")
        .containsOnlyOnce("/*");
  }

  @Test
  void propertiesThatPublishersMaySetAreInTheStylesheet() throws IOException {
    String document = Files.readString(Path.of("docs/stylesheet.md"));
    String ours = css(Optional.empty());

    assertThat(Pattern.compile("(?m)^\\| `(--[a-z]+)`").matcher(document).results())
        .hasSizeGreaterThan(5)
        .allSatisfy(property ->
            assertThat(ours).contains(property.group(1) + ": ", "var(" + property.group(1) + ")"));
  }

  private static String css(Optional<Masthead.Accent> accent) {
    return new String(Asset.stylesheet(accent).bytes(), StandardCharsets.UTF_8);
  }
}
