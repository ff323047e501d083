package org.offprint.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final String WITHOUT_DATES =
      "Issues have only a number. Remove the # and set the date of the first and the rhythm, and they are published.";
  private static final String OF_SITE = "From the site's configuration.";

  private static final Pattern DATE = Pattern.compile("^\\d{4}[-_.]\\d{1,2}[-_.]\\d{1,2}[-_. ]");
  private static final Pattern DATED_KEY = Pattern.compile(
      "(?m)^([A-Za-z][\\w-]*)[ \\t]*[:=][ \\t]*[\"']?\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");

  private final Path folder;
  private final Instant now;
  private final List<String> pages;
  private String yaml;
  /** The folder of the issues below this one; empty if they are in this one. */
  private String chosen = "";

  private FolderCommand.Reading reading;
  private List<String> recurring = List.of();
  /** The number of issues that have a number and no date. */
  private int undated;

  private SettingsProposal(Path folder, List<String> pages, String template, Instant now) {
    this.folder = folder;
    this.pages = pages;
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
    SettingsProposal proposal = new SettingsProposal(folder, survey.pages(), template, now);
    SiteConfiguration site = SiteConfiguration.of(folder);
    site.generator()
        .ifPresent(found ->
            proposal.choose("generator", found.toString(), "As the site's configuration tells."));
    proposal.yaml = proposal.with("dates", "{issue: 1, on: 2018-04-20, every: 7d}", WITHOUT_DATES);
    proposal.assumeDates(true);
    proposal.choosePlace(survey);
    proposal.ignorePages();
    proposal.yaml = proposal.yaml.replaceFirst("(?m)^description:", "#$0");
    site.values().forEach(proposal::takeOfSite);
    OldAddresses.of(site, folder.resolve(proposal.chosen))
        .ifPresent(lines -> proposal.set("redirects", lines, "The old addresses of the issues."));
    site.media(folder)
        .ifPresent(path -> proposal.choose(
            "media",
            "{\"/\": " + quoted(path) + "}",
            "The pictures of the site, by their paths from its root."));
    proposal.chooseLanguage(site, survey);
    proposal.chooseDates(survey);
    if (!site.values().containsKey("title")) {
      proposal.chooseTitle();
    }
    proposal.chooseSlugs();
    proposal.chooseSections();
    proposal.askForDates();
    return proposal;
  }

  String yaml() {
    return yaml;
  }

  /** Returns in a few lines what will be served. */
  List<String> summary() {
    List<Issue> issues = issues(reading);
    List<PublishedIssue> published = reading.publication().issues();
    String period = published.isEmpty()
        ? ""
        : ", from %s to %s"
            .formatted(
                published.get(published.size() - 1).issue().date().toLocalDate(),
                published.get(0).issue().date().toLocalDate());
    String named = recurring.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int others = recurring.size() - MOST_NAMED;
    String problems = Problem.count(reading.problems());
    List<String> lines = new ArrayList<>();
    lines.add("%d of %d files are issues%s"
        .formatted(issues.size(), reading.publication().filesRead(), period));
    if (undated > 0) {
      lines.add(undated
          + " more have a number but no date: set \"dates\" in offprint.yaml, and they are issues");
    }
    lines.add(
        recurring.isEmpty()
            ? "No heading recurs"
            : "Sections: " + named + (others > 0 ? " and " + others + " more" : ""));
    lines.add(
        reading.problems().isEmpty()
            ? problems
            : problems + ": \"offprint check " + folder + "\" lists them");
    return lines;
  }

  private FolderCommand.Reading read(String settings) {
    return FolderCommand.Reading.of(folder, parsed(settings), BASE, now);
  }

  private static SettingsFile parsed(String settings) {
    return SettingsFile.read(settings.getBytes(StandardCharsets.UTF_8));
  }

  private List<Issue> issues(FolderCommand.Reading of) {
    return Stream.concat(
            of.publication().issues().stream().map(PublishedIssue::issue),
            of.publication().heldBack().stream())
        .filter(issue -> !pages.contains(issue.file()))
        .toList();
  }

  /** Keeps a choice that is valid and changes no issue. */
  private void set(String key, String value, String reason) {
    String changed = with(key, value, reason);
    if (parsed(changed).problems().isEmpty()) {
      yaml = changed;
    }
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

  /** Issues that have only a number are read by some dates, so that they tell all else. */
  private void assumeDates(boolean isOn) {
    yaml = yaml.replaceFirst("(?m)^#?dates:", isOn ? "dates:" : "#dates:");
    reading = read(yaml);
  }

  private void askForDates() {
    int all = issues(reading).size();
    assumeDates(false);
    undated = all - issues(reading).size();
    if (undated == 0) {
      yaml = yaml.replace("# " + WITHOUT_DATES + "\n", "");
    }
  }

  /** Leaves out the pages of the site that lie with the issues. */
  private void ignorePages() {
    String ignored = pages.stream()
        .filter(page -> chosen.isEmpty() || page.startsWith(chosen + "/"))
        .map(this::ofPages)
        .distinct()
        .map(SettingsProposal::quoted)
        .collect(Collectors.joining(", "));
    if (!ignored.isEmpty()) {
      set("ignore", "[" + ignored + "]", "Pages of the site, which are no issues.");
      reading = read(yaml);
    }
  }

  /** The folder of pages in which a page lies, without issues, or else the page alone. */
  private String ofPages(String page) {
    String place = page.replaceFirst("(^|/)pages/.*", "$1pages/");
    return place.equals(page)
            || issues(reading).stream().anyMatch(issue -> issue.file().startsWith(place))
        ? page
        : place + "**";
  }

  /** Chooses the folder with most issues below this one, if there are others. */
  private void choosePlace(FolderSurvey survey) {
    survey.bestPlaces().stream()
        .limit(MOST_PLACES)
        .flatMap(FolderSurvey::withFoldersAbove)
        .forEach(place -> tryPlace(place, survey));
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
        chosen = place;
        reading = next;
      }
    }
  }

  private void chooseTitle() {
    List<String> titles =
        issues(reading).stream().limit(MOST_READ).map(Issue::title).toList();
    MostFrequent.beginning(titles)
        .ifPresent(title -> set("title", quoted(title), "Nearly all titles begin with it."));
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
          set(
              "id",
              "tag:%s,%d"
                  .formatted(address.getHost(), now.atZone(ZoneOffset.UTC).getYear()),
              "With the host of the site, so that the ids of entries stay when the address changes.");
        });
  }

  private void chooseLanguage(SiteConfiguration site, FolderSurvey survey) {
    if (!site.values().containsKey("language")) {
      // Dates with names of months are read by it, so that it may be needed for the first issue.
      Stream<String> texts = issues(reading).isEmpty()
          ? withoutDates(survey).stream()
              .limit(MOST_READ)
              .flatMap(file -> SiteConfiguration.text(folder.resolve(file)).stream())
          : issues(reading).stream()
              .limit(MOST_READ)
              .map(issue -> issue.content().text());
      LanguageGuess.of(texts.collect(Collectors.joining("\n")))
          .ifPresent(tag -> choose("language", tag, "By the words of the latest issues."));
    }
  }

  private void chooseDates(FolderSurvey survey) {
    chooseOrder();
    chooseKey(survey);
    chooseLayout(survey);
    long atMidnight = issues(reading).stream()
        .map(issue -> issue.date().atZoneSameInstant(reading.settings().zone()).toLocalTime())
        .filter(LocalTime.MIDNIGHT::equals)
        .count();
    if (atMidnight * 2 > issues(reading).size()) {
      choose(
          "publish-time",
          "\"07:00\"",
          "Most of the issues' dates have no time. At midnight readers may have read on before an issue comes.");
    }
  }

  /** The key of the date may be one of their own. */
  private void chooseKey(FolderSurvey survey) {
    assumeDates(false);
    MostFrequent.of(withoutDates(survey).stream().limit(MOST_READ).flatMap(this::datedKeys))
        .ifPresent(key -> chooseIfBetter(
            "keys", "\n  date: " + key, "The key under which the issues have their dates."));
    assumeDates(true);
  }

  /** The texts that are no issues so far. */
  private List<String> withoutDates(FolderSurvey survey) {
    Set<String> read = issues(reading).stream().map(Issue::file).collect(Collectors.toSet());
    return survey.bestPlaces().stream()
        .flatMap(place -> survey.texts(place).stream())
        .filter(file -> !read.contains(file))
        .toList();
  }

  /** The paths may have dates in a layout that needs a pattern. */
  private void chooseLayout(FolderSurvey survey) {
    assumeDates(false);
    int before = issues(reading).size();
    PathDates.find(
            withoutDates(survey),
            before,
            layout -> issues(read(with("date-from", quoted(layout), ""))).size())
        .ifPresent(layout ->
            chooseIfBetter("date-from", quoted(layout), "The dates in the paths of the issues."));
    assumeDates(true);
  }

  private void chooseOrder() {
    PathDates.order(issues(reading).stream().map(issue -> issue.source().toString()))
        .ifPresent(
            order -> choose("date-order", order, "As the dates with a day above 12 have it."));
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

  private void chooseSlugs() {
    long names = issues(reading).stream()
        .map(issue -> issue.file().substring(issue.file().lastIndexOf('/') + 1))
        .map(name -> DATE.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT))
        .filter(name -> !name.matches("(?:index|readme)\\..*"))
        .distinct()
        .count();
    boolean isOfNames =
        reading.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.NAME);
    if (isOfNames && names > 0 && names * 2 < issues(reading).size()) {
      choose(
          "slugs",
          quoted("{name}-{year}-{month}-{day}"),
          "Many issues have the same name behind their date.");
    }
  }

  /** Names the headings that recur, so that the publisher may join those that mean the same. */
  private void chooseSections() {
    int least = Math.max(2, issues(reading).size() / 10);
    List<HeadingUse> frequent = HeadingUse.recurring(reading.publication(), least).stream()
        .limit(MOST_SECTIONS)
        .toList();
    recurring = frequent.stream().map(HeadingUse::heading).toList();
    if (!frequent.isEmpty()) {
      set(
          "sections",
          frequent.stream().map(SettingsProposal::section).collect(Collectors.joining()),
          "The headings that recur. Headings that mean the same can be joined in one section.");
    }
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
