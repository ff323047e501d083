package org.offprint.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.publication.FolderSurvey;
import org.offprint.publication.HeadingUse;
import org.offprint.publication.PublishedIssue;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;

/**
 * Settings for a folder that has issues already. Each choice is tried: the folder is read by it, and it stays if there are no
 * fewer issues then. It stands in the file below its reason.
 */
final class SettingsProposal {
  private static final URI BASE = URI.create("http://localhost/");
  private static final int MOST_PLACES = 3;
  private static final int MOST_SECTIONS = 20;
  private static final int MOST_READ = 20;
  /** A folder above the issues belongs to them if it has so many itself. */
  private static final int FEW = 3;

  private static final int MOST_NAMED = 6;
  private static final String OF_SITE = "From the site's configuration.";

  /** A word that may end the name of a newsletter. */
  private static final Pattern NAMING = Pattern.compile(
      "(?iu)(?!(?:issue|edition|week|no|nr|number|vol|volume|for|of|from|on|the|ausgabe)$)\\D*\\p{L}\\D*");

  private static final Pattern DATE = Pattern.compile("^\\d{4}[-_.]\\d{1,2}[-_.]\\d{1,2}[-_. ]");
  private static final Pattern NUMBERS_OF_DATE =
      Pattern.compile("(?mi)^date[ \\t]*[:=][ \\t]*[\"']?(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}");
  private static final int MONTHS = 12;
  private static final Pattern DATED_KEY = Pattern.compile(
      "(?m)^([A-Za-z][\\w-]*)[ \\t]*[:=][ \\t]*[\"']?\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");

  private final Path folder;
  private final Instant now;
  private String yaml;
  private FolderCommand.Reading reading;
  private List<String> recurring = List.of();

  private SettingsProposal(Path folder, String template, Instant now) {
    this.folder = folder;
    this.now = now;
    this.yaml = template;
    this.reading = read(template);
  }

  /**
   * Looks through a folder in which something has been found.
   *
   * @param template the settings with their defaults
   */
  static SettingsProposal of(Path folder, FolderSurvey survey, String template, Instant now) {
    SettingsProposal proposal = new SettingsProposal(folder, template, now);
    SiteConfiguration site = SiteConfiguration.of(folder);
    site.generator()
        .ifPresent(found ->
            proposal.choose("generator", found.toString(), "As the site's configuration tells."));
    proposal.choosePlace(survey);
    if (!site.values().containsKey("title")) {
      proposal.chooseTitle();
    }
    proposal.yaml = proposal.yaml.replaceFirst("(?m)^description:", "#$0");
    site.values().forEach(proposal::takeOfSite);
    proposal.chooseLanguage(site);
    proposal.chooseDates(survey);
    proposal.chooseSlugs();
    proposal.chooseSections();
    return proposal;
  }

  String yaml() {
    return yaml;
  }

  /** Returns in a few lines what will be served. */
  List<String> summary() {
    List<Issue> issues = issues(reading);
    String period = issues.isEmpty()
        ? ""
        : ", from %s to %s"
            .formatted(
                issues.get(issues.size() - 1).date().toLocalDate(),
                issues.get(0).date().toLocalDate());
    String named = recurring.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int others = recurring.size() - MOST_NAMED;
    String problems = Problem.count(reading.problems());
    return List.of(
        "%d of %d files are issues%s"
            .formatted(issues.size(), reading.publication().filesRead(), period),
        recurring.isEmpty()
            ? "No heading recurs"
            : "Sections: " + named + (others > 0 ? " and " + others + " more" : ""),
        reading.problems().isEmpty()
            ? problems
            : problems + ": \"offprint check " + folder + "\" lists them");
  }

  private FolderCommand.Reading read(String settings) {
    return FolderCommand.Reading.of(folder, parsed(settings), BASE, now);
  }

  private static SettingsFile parsed(String settings) {
    return SettingsFile.read(settings.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Issue> issues(FolderCommand.Reading of) {
    return Stream.concat(
            of.publication().issues().stream().map(PublishedIssue::issue),
            of.publication().heldBack().stream())
        .toList();
  }

  /** Keeps a choice that is valid and costs no issue. */
  private void choose(String key, String value, String reason) {
    String changed = with(key, value, reason);
    if (parsed(changed).problems().isEmpty()) {
      FolderCommand.Reading next = read(changed);
      if (issues(next).size() >= issues(reading).size()) {
        yaml = changed;
        reading = next;
      }
    }
  }

  /** The settings with this value in place of an example and its block. */
  private String with(String key, String value, String reason) {
    Matcher line =
        Pattern.compile("(?m)^#?" + key + ":.*\\n(?:(?:#  |  ).*\\n)*").matcher(yaml);
    String text = "# " + reason + "\n" + key + (value.startsWith("\n") ? ":" : ": ") + value + "\n";
    return line.replaceFirst(Matcher.quoteReplacement(text));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Chooses the folder with most issues below this one, if there are others. */
  private void choosePlace(FolderSurvey survey) {
    survey.bestPlaces().stream()
        .limit(MOST_PLACES)
        .filter(place -> !place.isEmpty())
        .flatMap(place -> below(place).stream())
        .forEach(place -> tryPlace(place, survey));
  }

  /** A place, and the folders above it below this one. */
  private static List<String> below(String place) {
    return Stream.iterate(place, path -> !path.isEmpty(), SettingsProposal::above)
        .toList();
  }

  private static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private void tryPlace(String place, FolderSurvey survey) {
    String glob = place + "/**";
    boolean isOwn = survey.places().containsKey(place);
    int before = issues(reading).size();
    int own = issues(read(with("files", "[" + quoted(place + "/*") + "]", ""))).size();
    if (isOwn || own >= FEW) {
      String changed = with("files", "[" + quoted(glob) + "]", "The folder with most issues.");
      FolderCommand.Reading next = read(changed);
      boolean isDeepest = !yaml.contains("\nfiles:");
      if (issues(next).size() > before
          || (isDeepest && before > 0 && issues(next).size() == before)) {
        yaml = changed;
        reading = next;
      }
    }
  }

  /** The words with which the titles of all late issues begin. */
  private void chooseTitle() {
    List<List<String>> titles = issues(reading).stream()
        .limit(MOST_READ)
        .map(issue -> List.of(issue.title().split("[\\s:–—-]+")))
        .toList();
    int shared = titles.size() < 2 ? 0 : titles.get(0).size();
    for (List<String> title : titles) {
      shared = Math.min(shared, title.size());
      while (!title.subList(0, shared).equals(titles.get(0).subList(0, shared))) {
        shared--;
      }
    }
    while (shared > 0 && !NAMING.matcher(titles.get(0).get(shared - 1)).matches()) {
      shared--;
    }
    if (shared > 0) {
      String title = String.join(" ", titles.get(0).subList(0, shared));
      choose("title", quoted(title), "All titles begin with it.");
    }
  }

  /** Its address counts when readers come here; until then feeds are to work on this machine. */
  private void takeOfSite(String key, String value) {
    if (!key.equals("base-url")) {
      choose(key, quoted(value), OF_SITE);
      return;
    }
    parsed("base-url: " + quoted(value))
        .settings()
        .flatMap(PublicationSettings::baseUrl)
        .ifPresent(address -> {
          yaml = with(key, address.toString(), OF_SITE).replaceFirst("(?m)^base-url:", "#$0");
          choose(
              "id",
              "tag:%s,%d"
                  .formatted(address.getHost(), now.atZone(ZoneOffset.UTC).getYear()),
              "With the host of the site, so that the ids of entries stay when the address changes.");
        });
  }

  private void chooseLanguage(SiteConfiguration site) {
    if (!site.values().containsKey("language")) {
      LanguageGuess.of(issues(reading).stream()
              .limit(MOST_READ)
              .map(issue -> issue.content().text())
              .collect(Collectors.joining("\n")))
          .ifPresent(tag -> choose("language", tag, "By the words of the latest issues."));
    }
  }

  private void chooseDates(FolderSurvey survey) {
    chooseOrder();
    Set<String> read = issues(reading).stream().map(Issue::file).collect(Collectors.toSet());
    mostFrequent(survey.bestPlaces().stream()
            .flatMap(place -> survey.texts(place).stream())
            .filter(file -> !read.contains(file))
            .limit(MOST_READ)
            .flatMap(this::datedKeys))
        .ifPresent(key ->
            chooseIfBetter("keys", "\n  date: " + key, "Where the issues have their dates."));
    boolean isAllAtMidnight = !issues(reading).isEmpty()
        && issues(reading).stream()
            .map(issue ->
                issue.date().atZoneSameInstant(reading.settings().zone()).toLocalTime())
            .allMatch(LocalTime.MIDNIGHT::equals);
    if (isAllAtMidnight) {
      choose(
          "publish-time",
          "\"07:00\"",
          "The issues' dates have no time. At midnight readers may have read on before an issue comes.");
    }
  }

  /** The dates with a number above 12 tell the order of the others. */
  private void chooseOrder() {
    List<MatchResult> dates = issues(reading).stream()
        .flatMap(issue -> Stream.of(issue.source().toString()))
        .flatMap(text -> NUMBERS_OF_DATE.matcher(text).results().limit(1))
        .toList();
    boolean isDayFirst = dates.stream().anyMatch(date -> isDay(date.group(1)));
    boolean isMonthFirst = dates.stream().anyMatch(date -> isDay(date.group(2)));
    if (isDayFirst != isMonthFirst) {
      choose(
          "date-order", isMonthFirst ? "mdy" : "dmy", "As the dates with a day above 12 have it.");
    }
  }

  private static boolean isDay(String number) {
    return Integer.parseInt(number) > MONTHS;
  }

  private void chooseIfBetter(String key, String value, String reason) {
    String before = yaml;
    FolderCommand.Reading readBefore = reading;
    choose(key, value, reason);
    if (issues(reading).size() == issues(readBefore).size()) {
      yaml = before;
      reading = readBefore;
    }
  }

  private Stream<String> datedKeys(String file) {
    return SiteConfiguration.text(folder.resolve(file)).stream()
        .flatMap(text -> DATED_KEY.matcher(text).results())
        .map(key -> key.group(1));
  }

  private static Optional<String> mostFrequent(Stream<String> words) {
    Map<String, Long> counts =
        words.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private void chooseSlugs() {
    long names = issues(reading).stream()
        .map(issue -> issue.file().substring(issue.file().lastIndexOf('/') + 1))
        .map(name -> DATE.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT))
        .filter(name -> !name.matches("(?:index|readme)\\..*"))
        .distinct()
        .count();
    if (names > 0 && names * 2 < issues(reading).size()) {
      choose(
          "slugs",
          quoted("{name}-{year}-{month}-{day}"),
          "Many issues have the same name behind their date.");
    }
  }

  /** Names the headings that recur, so that the publisher may join those that mean the same. */
  private void chooseSections() {
    int least = Math.max(2, issues(reading).size() / 10);
    Map<String, HeadingUse> bySection = HeadingUse.of(reading.publication()).stream()
        .collect(Collectors.toMap(
            use -> use.own().key().value(), Function.identity(), SettingsProposal::joined));
    List<HeadingUse> frequent = bySection.values().stream()
        .filter(use -> use.count() >= least)
        .sorted(Comparator.comparingLong(HeadingUse::count)
            .reversed()
            .thenComparing(HeadingUse::heading))
        .limit(MOST_SECTIONS)
        .toList();
    recurring = frequent.stream().map(HeadingUse::heading).toList();
    if (!frequent.isEmpty()) {
      choose(
          "sections",
          frequent.stream().map(SettingsProposal::section).collect(Collectors.joining()),
          "The headings that recur. Headings that mean the same can be joined in one section.");
    }
  }

  private static HeadingUse joined(HeadingUse one, HeadingUse other) {
    return one.count() >= other.count() ? one.and(other) : other.and(one);
  }

  private static String section(HeadingUse use) {
    String heading = quoted(use.heading());
    return "\n  - key: "
        + use.own().key()
        + "\n    title: "
        + heading
        + (use.own().isSponsored() ? "\n    kind: sponsored" : "")
        + "\n    headings: "
        + heading;
  }
}
