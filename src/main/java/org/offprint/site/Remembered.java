package org.offprint.site;

/**
 * How much of what was rendered is remembered.
 *
 * @param bytes about how much memory it takes
 * @param entries how many representations
 * @param mostBytes how many bytes there may be
 */
public record Remembered(long bytes, int entries, long mostBytes) {
  Remembered and(Remembered other) {
    return new Remembered(
        bytes + other.bytes, entries + other.entries, mostBytes + other.mostBytes);
  }
}
