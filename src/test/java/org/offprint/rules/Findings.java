package org.offprint.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The findings of the rules in many feed documents. Each document is looked at once by every rule, and
 * then only what {@link Summary} says of it is kept.
 */
final class Findings {
  private static final int MOST_PER_RULE = 20;

  private final Map<Rule, List<String>> violations = new HashMap<>();
  private final List<Summary> summaries = new ArrayList<>();

  /**
   * The summary of a document.
   *
   * @param feed site and address, without the number of an archive document and without the format
   * @param number that of an archive document
   * @param format the ending of its address
   * @param feedId the id of the feed, where the format has one
   * @param title the title of the feed
   * @param updated the date of the feed, where the format has one
   * @param ids those of its entries, in their order
   */
  record Summary(
      String feed,
      Optional<Integer> number,
      String format,
      Optional<String> feedId,
      String title,
      Optional<Instant> updated,
      List<String> ids) {
    /** The document in whatever format. */
    String document() {
      return feed + number.map(own -> " " + own).orElse("");
    }
  }

  /** Adds what was found in one more document. */
  void add(Finding finding) {
    finding.violations().forEach((rule, found) -> {
      List<String> known = violations.computeIfAbsent(rule, unknown -> new ArrayList<>());
      found.stream().limit(MOST_PER_RULE - (long) known.size()).forEach(known::add);
    });
    summaries.add(finding.summary());
  }

  /**
   * The findings of the rules in one document.
   *
   * @param summary what is left of it
   * @param violations what breaks which rule
   */
  record Finding(Summary summary, Map<Rule, List<String>> violations) {
    /** Holds a document against every rule. */
    static Finding of(ParsedFeed feed) {
      Map<Rule, List<String>> violations = new LinkedHashMap<>();
      Rule.all().forEach(rule -> {
        List<String> found = rule.violations(feed);
        if (!found.isEmpty()) {
          violations.put(
              rule,
              found.stream()
                  .limit(MOST_PER_RULE)
                  .map(violation -> feed.name() + ": " + shortened(violation))
                  .toList());
        }
      });
      return new Finding(Findings.summary(feed), violations);
    }
  }

  private static String shortened(String violation) {
    return violation.length() < 500 ? violation : violation.substring(0, 500) + "…";
  }

  private static Summary summary(ParsedFeed feed) {
    String name = feed.name();
    String format = name.substring(name.lastIndexOf('.') + 1);
    Optional<String> id = Optional.empty();
    Optional<Instant> updated = Optional.empty();
    if (feed instanceof AtomFeed atom) {
      id = Optional.of(AtomFeed.text(atom.head(), "id"));
      updated = Dates.findRfc3339(AtomFeed.text(atom.head(), "updated"));
    } else if (feed instanceof RssFeed rss) {
      updated =
          Dates.findRfc822(RssFeed.text(rss.head(), "lastBuildDate")).map(Dates.Rfc822::instant);
    }
    return new Summary(
        name.replaceFirst("(?:/archive/\\d+)?\\.[a-z]+$", ""),
        ArchiveRules.number(name),
        format,
        id,
        feed.title(),
        updated,
        feed.entries().stream().map(ParsedEntry::id).toList());
  }

  /** Returns the violations of a rule; only the first ones, if there are many. */
  List<String> of(Rule rule) {
    return violations.getOrDefault(rule, List.of());
  }

  /** All documents. */
  List<Summary> summaries() {
    return summaries;
  }

  /** The number of documents and entries that were checked. */
  @Override
  public String toString() {
    Map<String, Integer> documents = new TreeMap<>();
    for (Summary summary : summaries) {
      documents.merge(summary.format(), 1, Integer::sum);
      if (summary.number().isPresent()) {
        documents.merge(summary.format() + " archive", 1, Integer::sum);
      }
    }
    int entries = summaries.stream().mapToInt(summary -> summary.ids().size()).sum();
    return "%d documents with %d entries: %s".formatted(summaries.size(), entries, documents);
  }
}
