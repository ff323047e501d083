package org.offprint.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.DateRules;
import org.offprint.issue.Html;
import org.offprint.issue.IssueReader;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceText;

/**
 * Reads the files that the settings name, each as often as it has changed: the list of dates, and the stylesheet, whose last good
 * version stays. For one loader.
 */
final class FilesOfSettings {
  private static final int MOST_BYTES = 200_000;

  private static final Pattern HREF = Pattern.compile("href=\"([^\"?#]*)");
  /** The end of a path that is that of a file, such as a picture. */
  private static final Pattern FILE = Pattern.compile("\\.\\w+$");

  private DateList dates = DateList.NONE;
  private Optional<ListedBy> listedBy = Optional.empty();
  private Stylesheet stylesheet = Stylesheet.NONE;

  /** The state of the list of dates when it was read, and the rules. */
  private record ListedBy(Optional<Folder.FileStamp> stamp, DateRules rules) {}

  /** The state of a stylesheet when it was read, its last good text, and the reason why there is no newer one. */
  private record Stylesheet(
      Optional<String> file,
      Optional<Folder.FileStamp> stamp,
      Optional<String> text,
      Optional<Problem> problem) {
    static final Stylesheet NONE =
        new Stylesheet(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the rules with the text of the stylesheet. */
  PublicationRules read(Path root, Folder folder, PublicationRules rules) {
    readDates(root, folder, rules);
    Optional<String> file = rules.files().own().stylesheet();
    Optional<Folder.FileStamp> stamp = file.flatMap(folder::stamp);
    boolean isAsBefore = stylesheet.file().equals(file)
        && stylesheet.stamp().equals(stamp)
        && stylesheet.problem().filter(Problem::isOfReading).isEmpty();
    if (!isAsBefore) {
      Optional<String> last = stylesheet.file().equals(file) ? stylesheet.text() : Optional.empty();
      stylesheet = file.map(name -> stamp.isPresent()
              ? readStylesheet(root, name, stamp, last)
              : new Stylesheet(file, stamp, last, Optional.empty()))
          .orElse(Stylesheet.NONE);
    }
    return rules.with(stylesheet.text());
  }

  private static Stylesheet readStylesheet(
      Path root, String name, Optional<Folder.FileStamp> stamp, Optional<String> last) {
    Optional<String> file = Optional.of(name);
    Path path = root.resolve(name);
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      Optional<String> text = SourceText.decode(bytes);
      Optional<String> fault = !path.toRealPath().startsWith(root.toRealPath())
          ? Optional.of("is a link out of the folder; put the file itself into the folder")
          : bytes.length > MOST_BYTES
              ? Optional.of(String.format(
                  Locale.ROOT, "is larger than %,d bytes; make it smaller", MOST_BYTES))
              : text.isEmpty()
                  ? Optional.of("is not valid UTF-8; save it with the encoding UTF-8")
                  : Optional.empty();
      return fault.isEmpty()
          ? new Stylesheet(file, stamp, text, Optional.empty())
          : new Stylesheet(file, stamp, last, fault.map(reason -> new Problem(name, 0, reason)));
    } catch (IOException e) {
      Problem fault = new Problem(name, 0, Problem.CANNOT_BE_READ + IssueReader.reason(e));
      return new Stylesheet(file, stamp, last, Optional.of(fault));
    }
  }

  /** Reads the publisher's list of dates, if it is another one than the last time. */
  private void readDates(Path root, Folder folder, PublicationRules rules) {
    Optional<String> file = rules.files().listOfDates();
    ListedBy source =
        new ListedBy(file.flatMap(folder::stamp), rules.reading().source().dates());
    boolean isUnreadable = dates.problems().stream().anyMatch(Problem::isOfReading);
    if (!listedBy.equals(Optional.of(source)) || isUnreadable) {
      dates = source.stamp().isPresent()
          ? DateList.read(root, file.orElseThrow(), source.rules())
          : DateList.NONE;
      listedBy = Optional.of(source);
    }
  }

  /** Returns the date that the list gives a file. */
  Optional<OffsetDateTime> dateOf(String file) {
    return dates.find(file);
  }

  /**
   * Returns the faults of these files, and those that are not in the folder.
   *
   * @param listed the files that are there, or were a moment ago
   */
  List<Problem> problems(FileRules rules, Set<String> listed) {
    Stream<Problem> ofDates = rules
        .listOfDates()
        .filter(file -> listedBy.flatMap(ListedBy::stamp).isEmpty())
        .map(file -> Stream.of(missing("dates", file, 0)))
        .orElseGet(() -> dates.problems().stream());
    Stream<Problem> ofStylesheet = rules.own().stylesheet().stream()
        .filter(file -> stylesheet.stamp().isEmpty())
        .map(file -> missing("stylesheet", file, rules.own().lines().getOrDefault(file, 0)));
    Stream<Problem> ofPages = rules.own().pages().stream()
        .filter(page -> !listed.contains(page.file()))
        .map(page ->
            missing("pages", page.file(), rules.own().lines().getOrDefault(page.file(), 0)));
    return Stream.of(ofDates, ofStylesheet, stylesheet.problem().stream(), ofPages)
        .flatMap(found -> found)
        .toList();
  }

  /** Returns the pages that readers cannot open yet, though the foot or the head of every page leads there. */
  static List<Problem> linkedEarly(Publication made, FileRules rules) {
    String footer = made.footer().markup();
    return made.pagesHeldBack().stream()
        .filter(page -> footer.contains("href=\"" + made.addresses().issue(page) + "\"")
            || made.masthead().additions().links().stream()
                .anyMatch(link -> Addresses.plain(link.target()).equals(page.slug())))
        .map(page -> new Problem(
            Problem.Kind.LINK,
            Folder.SETTINGS_FILE,
            rules.own().lines().getOrDefault(page.file(), 0),
            "\"footer\" or \"links\" leads to %s, which is not published yet"
                .formatted(page.file())))
        .toList();
  }

  /** Returns the addresses of ours to which the foot or the head of every page leads, where readers get nothing. */
  static List<Problem> leadingNowhere(Publication made) {
    String base = made.addresses().baseUri().toString();
    Stream<String> ofFooter = HREF.matcher(made.footer().markup())
        .results()
        .map(found -> found.group(1))
        .filter(link -> link.startsWith(base))
        .map(link -> link.substring(base.length() - 1));
    Stream<String> ofHead = made.masthead().additions().links().stream()
        .map(Html.TextLink::target)
        .filter(target -> target.startsWith("/"));
    return Stream.concat(ofFooter, ofHead)
        .filter(path -> !FILE.matcher(path).find() && !IssueLinks.stands(made, path))
        .filter(path -> made.pagesHeldBack().stream()
            .noneMatch(page -> page.slug().equals(Addresses.plain(path))))
        .distinct()
        .map(path -> new Problem(
            Problem.Kind.LINK,
            Folder.SETTINGS_FILE,
            0,
            "\"footer\" or \"links\" leads to %s, where readers get nothing; write the whole address of another site"
                .formatted(path)))
        .toList();
  }

  private static Problem missing(String key, String file, int line) {
    return new Problem(
        Folder.SETTINGS_FILE,
        line,
        "\"%s\" names the file %s, which is not in the folder".formatted(key, file));
  }
}
