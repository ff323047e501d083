package org.offprint.app;

/** The operator set something that cannot be; ends the start with one readable line. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingsException(String message) {
    super(message);
  }
}
