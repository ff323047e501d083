package org.offprint.settings;

/** The operator set something that cannot be; ends the start with one readable line. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }
}
