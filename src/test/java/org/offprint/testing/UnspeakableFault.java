package org.offprint.testing;

/** A fault that cannot be logged, as when there is no memory left even for that. */
public final class UnspeakableFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  @Override
  public String getMessage() {
    throw new OutOfMemoryError("not of this test");
  }
}
