package org.offprint.push;

/** Thrown when the database cannot do what it was asked for. The message is for the operator, and names no secret. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one about what is wrong with the database itself. */
  public StoreException(String message) {
    super(message);
  }

  /** Makes one from what the database reported. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
