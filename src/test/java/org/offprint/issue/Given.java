package org.offprint.issue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/** Issues that a test writes down as text. */
final class Given {
  static final ReadingRules RULES = new ReadingRules(
      SourceRules.of(ZoneOffset.UTC),
      URI.create("https://example.org/issues/"),
      ReadingRules.DEFAULT_MOST_BYTES,
      heading -> ItemRule.AUTO,
      new TreeMap<>());

  private static final IssueReader READER = new IssueReader(RULES);

  private Given() {}

  /** Reads a file with this name and text. */
  static IssueReading file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static IssueReading file(String name, byte[] bytes) {
    return READER.read(name, bytes, Surroundings.NONE);
  }

  /** Reads a file with an undated name, this front matter and a short body. */
  static IssueReading frontMatter(String yaml) {
    return file("weekly.md", "---\n" + yaml + "---\n\nText.\n");
  }

  /** The issue with a title, a date and these further lines of front matter. */
  static Issue issueWith(String yaml) {
    return frontMatter("title: The Weekly\ndate: 2026-01-31\n" + yaml).issue().orElseThrow();
  }

  /** The issue at {@code https://example.org/issues/weekly} that has this body. */
  static Issue body(String markdown) {
    return file(
            "2026-01-31-weekly.md", "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n\n" + markdown)
        .issue()
        .orElseThrow();
  }

  /** The issue that has this body, by these rules for headings. */
  static Issue body(HeadingRules headings, String markdown) {
    ReadingRules rules = new ReadingRules(
        RULES.source(), RULES.issuesBase(), RULES.mostBytes(), headings, new TreeMap<>());
    String text = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n\n" + markdown;
    return new IssueReader(rules)
        .read("weekly.md", text.getBytes(StandardCharsets.UTF_8), Surroundings.NONE)
        .issue()
        .orElseThrow();
  }

  /** The texts of the items below the first heading of a body, cut by this rule. */
  static List<String> items(ItemRule rule, String markdown) {
    return body(heading -> rule, markdown).parts().get(0).items().stream()
        .map(item -> item.content().text())
        .toList();
  }

  /** The HTML of a body, without the anchors of items. */
  static String html(String markdown) {
    return html(body(markdown));
  }

  /** The HTML of an issue, without the anchors of items. */
  static String html(Issue issue) {
    return issue.content().markup().replaceAll(" id=\"i-[0-9a-f]{12}\"", "");
  }
}
