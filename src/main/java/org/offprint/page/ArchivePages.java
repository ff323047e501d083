package org.offprint.page;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/** Makes the archive: one page for each year, and one with the newest of them. Immutable. */
record ArchivePages(Publication publication, PageFrames frames, PageLinks links) {
  /** The path of a year. */
  static String path(int year) {
    return PageFrames.ARCHIVE + "/" + year;
  }

  /** The years in which issues are dated, newest first. */
  List<Integer> years() {
    return publication.issues().stream()
        .map(published -> published.issue().date().getYear())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The page of all years, with the issues of the newest. */
  ArchivePage newest() {
    Map<Integer, Long> counts = counts();
    OptionalInt newest = counts.keySet().stream().mapToInt(year -> year).max();
    return new ArchivePage(
        frames.of(
            "Archive: " + publication.masthead().title(), PageFrames.ARCHIVE, Frame.Card.PLAIN),
        "Archive",
        years(counts, newest),
        newest.isPresent() ? months(newest.getAsInt()) : List.of());
  }

  ArchivePage of(int year) {
    Map<Integer, Long> counts = counts();
    Optional<String> earlier = near(counts, year, false);
    Optional<String> later = near(counts, year, true);
    return new ArchivePage(
        frames.of(
            year + ": " + publication.masthead().title(),
            // The newest year is what the archive itself shows.
            later.isEmpty() ? PageFrames.ARCHIVE : path(year),
            Frame.Card.PLAIN.between(earlier, later)),
        String.valueOf(year),
        years(counts, OptionalInt.of(year)),
        months(year));
  }

  private Optional<String> near(Map<Integer, Long> counts, int year, boolean isLater) {
    return counts.keySet().stream()
        .filter(other -> isLater ? other > year : other < year)
        .min(Comparator.comparingInt(other -> Math.abs(other - year)))
        .map(other -> links.of(path(other)));
  }

  private Map<Integer, Long> counts() {
    return publication.issues().stream()
        .collect(Collectors.groupingBy(
            published -> published.issue().date().getYear(),
            () -> new TreeMap<Integer, Long>(Comparator.reverseOrder()),
            Collectors.counting()));
  }

  private List<ArchivePage.Year> years(Map<Integer, Long> counts, OptionalInt shown) {
    return counts.entrySet().stream()
        .map(entry -> new ArchivePage.Year(
            entry.getKey(),
            links.of(path(entry.getKey())),
            entry.getValue().intValue(),
            shown.equals(OptionalInt.of(entry.getKey()))))
        .toList();
  }

  private List<ArchivePage.Month> months(int year) {
    DateTimeFormatter name =
        DateTimeFormatter.ofPattern("LLLL", Locale.forLanguageTag(frames.language()));
    Map<YearMonth, List<PublishedIssue>> months = publication.issues().stream()
        .filter(published -> published.issue().date().getYear() == year)
        .collect(Collectors.groupingBy(
            published -> YearMonth.from(published.issue().date()),
            () -> new TreeMap<YearMonth, List<PublishedIssue>>(Comparator.reverseOrder()),
            Collectors.toList()));
    return months.entrySet().stream()
        .map(month -> new ArchivePage.Month(
            name.format(month.getKey()),
            month.getValue().stream().map(frames::line).toList()))
        .toList();
  }
}
