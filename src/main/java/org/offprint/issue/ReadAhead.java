package org.offprint.issue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Readings of files that are likely to be asked for soon. One counts only while the file has the same bytes, and is read
 * by the same rules. Immutable.
 */
public final class ReadAhead {
  /** Nothing has been read ahead. */
  public static final ReadAhead NOTHING = new ReadAhead(Map.of());

  private final Map<String, Early> early;

  /** What came of reading these bytes by these rules. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares these, or changes the bytes.
  record Early(ReadingRules rules, byte[] bytes, IssueReading reading) {}

  ReadAhead(Map<String, Early> early) {
    this.early = Map.copyOf(early);
  }

  /** The reading of a file, whatever the file may be by now. */
  public Optional<IssueReading> find(String file) {
    return Optional.ofNullable(early.get(file)).map(Early::reading);
  }

  Optional<IssueReading> find(String file, byte[] bytes, ReadingRules asked) {
    return Optional.ofNullable(early.get(file))
        .filter(of -> of.rules().equals(asked) && Arrays.equals(of.bytes(), bytes))
        .map(Early::reading);
  }
}
