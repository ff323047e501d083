package org.offprint.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Issues that a seed decides: some with a lead only, some with several sections of several items, now and
 * then two at one instant.
 */
public final class RandomNewsletter {
  private static final Instant FIRST = Instant.parse("2010-01-03T10:00:00Z");
  private static final List<String> HEADINGS = List.of("News", "Tools", "Jobs", "Sponsor");
  private static final int DAY = 24 * 60 * 60;

  private final IssueFiles files;
  private final RandomGenerator random;
  private Instant newest = FIRST;
  private int written;

  /** A newsletter without issues. */
  public RandomNewsletter(Path folder, long seed) {
    this.files = new IssueFiles(folder);
    this.random = new SplittableRandom(seed);
  }

  /** Writes issues, none of which is older than those before. */
  public RandomNewsletter given(int issues) {
    for (int i = 0; i < issues; i++) {
      boolean isTie = written > 0 && random.nextInt(8) == 0;
      write(isTie ? 0 : random.nextInt(1, 10) * DAY);
    }
    return this;
  }

  /** Writes an issue that is newer than all others. */
  public RandomNewsletter givenNewer() {
    write(DAY);
    return this;
  }

  private void write(int secondsLater) {
    newest = newest.plusSeconds(secondsLater);
    StringBuilder body = new StringBuilder(random.nextInt(3) == 0 ? "" : "Hello, all of you.\n");
    for (String heading : HEADINGS) {
      int items = random.nextInt(6);
      body.append(items == 0 ? "" : "\n## %s\n".formatted(heading));
      for (int i = 0; i < items; i++) {
        int link = random.nextInt(1_000_000);
        body.append("\nThing %d for you. [Look](https://example.org/%1$d)\n".formatted(link));
      }
    }
    // Of two issues at one instant the one with the smaller slug counts as newer.
    files.givenIssue(
        "issue-%06d.md".formatted(999_999 - written),
        "Issue " + written,
        newest.toString(),
        body.toString());
    written++;
  }
}
