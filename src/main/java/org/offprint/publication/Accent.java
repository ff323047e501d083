package org.offprint.publication;

/**
 * The one colour that pages have beside ink and paper, in hexadecimal: {@code #rrggbb}.
 *
 * @param onLight on light paper
 * @param onDark on dark paper
 */
public record Accent(String onLight, String onDark) {
  private static final String COLOUR = "#[0-9a-f]{6}";

  public Accent {
    if (!onLight.matches(COLOUR) || !onDark.matches(COLOUR)) {
      throw new IllegalArgumentException(
          "colours " + onLight + " and " + onDark + " must match " + COLOUR);
    }
  }
}
