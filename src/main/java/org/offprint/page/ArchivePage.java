package org.offprint.page;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * A page of the archive: the issues of one year.
 *
 * @param years all years, newest first
 */
record ArchivePage(
    PageLayout layout, String title, List<YearLink> years, List<MonthIssues> months) {
  /** A year and its number of issues. */
  record YearLink(int year, String target, int issues, boolean isShown) {}

  /** A month and its issues, newest first. */
  record MonthIssues(String name, List<PageLinks.IssueLink> issues) {}

  private static String path(int year) {
    return Addresses.ARCHIVE + "/" + year;
  }

  /** Returns the years in which issues are dated, newest first. */
  static List<Integer> years(PageContext context) {
    return List.copyOf(context.years().get().keySet());
  }

  /** Makes the page of the archive itself, which has the issues of the newest year. */
  static ArchivePage newest(PageContext context) {
    OptionalInt newest = years(context).stream().mapToInt(year -> year).findFirst();
    return new ArchivePage(
        PageLayout.of(
            context,
            context
                .wording()
                .say("archive.window", context.publication().masthead().title()),
            Addresses.ARCHIVE,
            PageLayout.Card.PLAIN),
        context.wording().say("layout.archive"),
        yearLinks(newest, context),
        newest.isPresent() ? months(newest.getAsInt(), context) : List.of());
  }

  static ArchivePage of(int year, PageContext context) {
    SortedMap<Integer, Long> counts = context.years().get();
    Optional<String> later = counts.headMap(year).keySet().stream()
        .reduce((further, nearer) -> nearer)
        .map(other -> context.links().of(path(other)));
    Optional<String> earlier = counts.tailMap(year).keySet().stream()
        .filter(other -> other != year)
        .findFirst()
        .map(other -> context.links().of(path(other)));
    return new ArchivePage(
        PageLayout.of(
            context,
            year + ": " + context.publication().masthead().title(),
            // The page of the archive itself shows the newest year.
            later.isEmpty() ? Addresses.ARCHIVE : path(year),
            PageLayout.Card.PLAIN.between(earlier, later)),
        String.valueOf(year),
        yearLinks(OptionalInt.of(year), context),
        months(year, context));
  }

  /** Counts the issues of each year, newest year first. */
  static SortedMap<Integer, Long> counts(Publication publication) {
    return publication.issues().stream()
        .collect(Collectors.groupingBy(
            published -> published.issue().date().getYear(),
            () -> new TreeMap<Integer, Long>(Comparator.reverseOrder()),
            Collectors.counting()));
  }

  private static List<YearLink> yearLinks(OptionalInt shown, PageContext context) {
    return context.years().get().entrySet().stream()
        .map(entry -> new YearLink(
            entry.getKey(),
            context.links().of(path(entry.getKey())),
            entry.getValue().intValue(),
            shown.equals(OptionalInt.of(entry.getKey()))))
        .toList();
  }

  private static List<MonthIssues> months(int year, PageContext context) {
    DateTimeFormatter name = DateTimeFormatter.ofPattern(
        "LLLL", Locale.forLanguageTag(context.links().language()));
    SortedMap<YearMonth, List<PublishedIssue>> months = context.publication().issues().stream()
        .filter(published -> published.issue().date().getYear() == year)
        .collect(Collectors.groupingBy(
            published -> YearMonth.from(published.issue().date()),
            () -> new TreeMap<YearMonth, List<PublishedIssue>>(Comparator.reverseOrder()),
            Collectors.toList()));
    return months.entrySet().stream()
        .map(month -> new MonthIssues(
            name.format(month.getKey()),
            month.getValue().stream().map(context.links()::line).toList()))
        .toList();
  }
}
