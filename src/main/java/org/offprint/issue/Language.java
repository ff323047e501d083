package org.offprint.issue;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags (BCP 47). */
public final class Language {
  private Language() {}

  /** The tag in its usual spelling; empty if the text is none. */
  public static Optional<String> find(String text) {
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(text).build().toLanguageTag())
          .filter(tag -> !tag.equals("und"));
    } catch (IllformedLocaleException e) {
      // The caller reports it with its line.
      return Optional.empty();
    }
  }
}
