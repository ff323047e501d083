package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

  private static String css(Optional<Masthead.Accent> accent) {
    return new String(Asset.stylesheet(accent).bytes(), StandardCharsets.UTF_8);
  }
}
