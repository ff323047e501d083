package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.Masthead;

/** Colours that can be read. */
final class PaletteTest {
  @Test
  void contrastIsThatOfWcag() {
    assertThat(Palette.contrast("#000000", "#ffffff")).isEqualTo(21, Offset.offset(0.001));
    assertThat(Palette.contrast("#777777", "#ffffff")).isEqualTo(4.478, Offset.offset(0.001));
    assertThat(Palette.contrast("#ffffff", "#ffffff")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"#06c, #0066cc", "#0066CC, #0066cc", "' #8a2f1b ', #8a2f1b"})
  void colourIsHexadecimal(String text, String colour) {
    assertThat(Palette.colour(text)).contains(colour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "06c", "#06", "#0066cg", "#0066cc00", "}body{", "#06c;"})
  void anythingElseIsNone(String text) {
    assertThat(Palette.colour(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#000000", "#06c", "#8a2f1b", "#00f", "#402060", "#555555"})
  void accentForDarkPaperIsMadeReadable(String text) {
    Masthead.Accent accent = Palette.accent(Palette.colour(text).orElseThrow());

    assertThat(Palette.isReadableOnLight(accent.onLight())).isTrue();
    assertThat(Palette.isReadableOnDark(accent.onDark())).isTrue();
  }

  @Test
  void papersAreThoseOfTheStylesheet() throws IOException {
    String css = Files.readString(Path.of("src/main/resources/org/offprint/page/offprint.css"));

    assertThat(css).contains("--paper: " + Palette.LIGHT, "--paper: " + Palette.DARK);
    assertThat(css.indexOf(Palette.LIGHT)).isLessThan(css.indexOf(Palette.DARK));
  }
}
