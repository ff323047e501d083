package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.assertProblem;
import static org.offprint.settings.GivenSettings.good;
import static org.offprint.settings.GivenSettings.only;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.Masthead;

/** The publisher's colours. */
final class ColourSettingsTest {
  @Test
  void colourThatYamlTakesForACommentIsReported() {
    assertProblem(only("colors:\n  accent: #0066cc"), 2, "put it in quotes: accent: \"#0066cc\"");
    assertProblem(only("colors: {accent: '#06c'} # as on our site\ntitel: A"), 2, "titel");
  }

  @Test
  void bothAreTakenAsTheyAre() {
    assertThat(good("colors:\n  accent: '#06C'\n  accent-dark: '#7db4ff'").accent())
        .contains(new Masthead.Accent("#0066cc", "#7db4ff"));
  }

  @Test
  void oneIsMadeLighterForDarkPaper() {
    assertThat(good("colors: {accent: '#0066cc'}").accent()).hasValueSatisfying(accent -> {
      assertThat(accent.onLight()).isEqualTo("#0066cc");
      assertThat(accent.onDark()).isGreaterThan("#0066cc");
    });
  }

  @Test
  void noneIsOurOwn() {
    assertThat(good("title: A").accent()).isEmpty();
    assertThat(good("colors: {}").accent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"accent, '#ffd700', light paper", "accent, '#ffffff', light paper"})
  void colourThatCannotBeReadIsAMistake(String key, String colour, String paper) {
    assertProblem(
        only("colors:\n  %s: '%s'".formatted(key, colour)), 2, key, "too little contrast", paper);
  }

  @Test
  void colourForDarkPaperMustBeReadableThere() {
    assertProblem(
        only("colors:\n  accent: '#06c'\n  accent-dark: '#222222'"),
        3,
        "accent-dark",
        "dark paper: choose a lighter one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "'#12'", "'rgb(0,0,0)'", "'#06c}body{display:none'"})
  void anythingElseIsNoColour(String text) {
    assertProblem(only("colors:\n  accent: " + text), 2, "it must be a colour such as");
  }

  @Test
  void colourForDarkPaperAloneIsAMistake() {
    assertProblem(only("colors:\n  accent-dark: '#7db4ff'"), 2, "needs an \"accent\"");
  }
}
