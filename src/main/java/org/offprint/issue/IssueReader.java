package org.offprint.issue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Parses one Markdown file as an issue. Faults of the file and failures to read it are {@link Problem}s in the result,
 * never exceptions. Thread-safe: it keeps nothing between files.
 */
public final class IssueReader {
  private static final Pattern TEXT_NAME =
      Pattern.compile("(?is)[^.].*\\.(?:md|mdx|mdown|markdown|txt)");

  /** The beginning and the end of two versions that somebody has to choose between. */
  private static final Pattern CONFLICT = Pattern.compile("(?m)^(?:<<<<<<<|>>>>>>>) ");

  /** The date of a draft or a page that has none; nobody sees it. */
  private static final OffsetDateTime UNDATED = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  private final ReadingRules rules;
  private final Optional<ReadingCache> cache;
  private final Optional<ReadingTrace> trace;

  /** Reads every file. */
  public IssueReader(ReadingRules rules) {
    this(rules, Optional.empty());
  }

  /** Reads only files that are not in the cache, and adds them to it. */
  public IssueReader(ReadingRules rules, Optional<ReadingCache> cache) {
    this(rules, cache, Optional.empty());
  }

  private IssueReader(
      ReadingRules rules, Optional<ReadingCache> cache, Optional<ReadingTrace> trace) {
    this.rules = rules;
    this.cache = cache;
    this.trace = trace;
  }

  /** Returns the reader for one file, whose reading is recorded. */
  public static IssueReader tracing(ReadingRules rules, ReadingTrace trace) {
    return new IssueReader(rules, Optional.empty(), Optional.of(trace));
  }

  /** Returns true if a file name may be that of an issue which nobody has named. */
  public static boolean isIssueName(String name) {
    return !name.startsWith("_") && isText(name);
  }

  /** Returns true if a file name has the ending of a text: {@code .md}, {@code .mdx}, {@code .mdown}, {@code .markdown} or {@code .txt}. */
  public static boolean isText(String name) {
    return TEXT_NAME.matcher(name).matches();
  }

  /** Reads a file as if it were alone in its folder. */
  public IssueReading read(Path root, String file) {
    return read(root, file, Surroundings.NONE);
  }

  /**
   * Reads a file.
   *
   * @param root the folder of issues
   * @param file the file's path below {@code root}, with {@code /} between names
   */
  public IssueReading read(Path root, String file, Surroundings around) {
    return guarded(file, () -> readBytes(root, file, around));
  }

  /** Turns a failure to read one file into a problem of that file, so that all others are read. */
  private static IssueReading guarded(String file, Supplier<IssueReading> reading) {
    try {
      return reading.get();
    } catch (ReadingLimits.Exceeded e) {
      return IssueReading.failed(e.in(file));
    } catch (StackOverflowError e) {
      return refused(
          file,
          "is nested too deeply to be read; no letter needs so many brackets or quotes in each other");
    } catch (OutOfMemoryError e) {
      return refused(
          file,
          "takes more memory to be read than there is; split it, or move it out of the folder");
    } catch (RuntimeException e) {
      return refused(
          file,
          "is more than this program can read (%s); move it out of the folder, and report it"
              .formatted(e.getClass().getSimpleName()));
    }
  }

  private static IssueReading refused(String file, String message) {
    return IssueReading.failed(new Problem(file, 0, message));
  }

  private IssueReading readBytes(Path root, String file, Surroundings around) {
    try (InputStream stream = Files.newInputStream(root.resolve(file))) {
      byte[] bytes = stream.readNBytes(rules.mostBytes() + 1);
      IssueReading read = read(file, bytes, around);
      return read.issue().isEmpty()
          ? read.publicFrom(HeldBack.until(file, bytes, rules.dates()))
          : read;
    } catch (AccessDeniedException e) {
      return refused(file, Problem.CANNOT_BE_READ + "permission denied");
    } catch (NoSuchFileException e) {
      return refused(file, Problem.CANNOT_BE_READ + "it does not exist");
    } catch (IOException e) {
      return refused(file, Problem.CANNOT_BE_READ + reason(e));
    }
  }

  /** Returns the system's reason for a fault, without the path, which is internal. */
  public static String reason(Exception fault) {
    return fault instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : fault.getClass().getSimpleName();
  }

  /** Reads a file's bytes. */
  IssueReading read(String file, byte[] bytes, Surroundings around) {
    if (bytes.length > rules.mostBytes()) {
      return refused(
          file,
          String.format(
              Locale.ROOT,
              "is larger than %,d bytes; split it, or move it out of the folder",
              rules.mostBytes()));
    }
    Optional<IssueReading> kept =
        cache.flatMap(readings -> readings.find(file, bytes, rules, around));
    if (kept.isPresent()) {
      return kept.get();
    }
    IssueReading reading = guarded(file, () -> parse(file, bytes, around));
    if (reading.issue().isPresent()) {
      cache.ifPresent(readings -> readings.keep(file, bytes, rules, around, reading));
    }
    return reading;
  }

  private IssueReading parse(String file, byte[] bytes, Surroundings around) {
    Optional<String> text = SourceText.decode(bytes);
    if (text.isEmpty()) {
      return refused(file, "is not valid UTF-8; save it with the encoding UTF-8");
    }
    String source = text.get();
    Optional<Problem> conflict = conflict(file, source);
    if (conflict.isPresent()) {
      return IssueReading.failed(conflict.get());
    }
    List<Problem> problems = new ArrayList<>();
    Optional<Opening> opening = Opening.find(file, source, problems);
    if (opening.isEmpty()) {
      return withoutFrontMatter(file, source, around);
    }
    Source whole = new Source(file, source, opening.get().end(), around);
    return issue(opening.get(), whole, problems);
  }

  private IssueReading issue(Opening opening, Source source, List<Problem> problems) {
    Optional<Issue> issue = opening
        .values()
        .map(values ->
            new FrontMatter(source.file(), values, opening.firstLine(), rules.source(), problems))
        .flatMap(front -> issue(front, opening.yaml(), source, problems));
    return new IssueReading(issue, problems);
  }

  /** Finds what a merge has left for its author to finish. */
  private static Optional<Problem> conflict(String file, String source) {
    if (!source.contains("<<<<<<< ") || !source.contains(">>>>>>> ")) {
      return Optional.empty();
    }
    CodePlaces code = new CodePlaces(source, false);
    List<MatchResult> signs = CONFLICT
        .matcher(source)
        .results()
        .filter(sign -> !code.holds(sign.start()))
        .toList();
    boolean isBoth = signs.stream().map(MatchResult::group).distinct().count() > 1;
    return signs.stream()
        .limit(isBoth ? 1 : 0)
        .findFirst()
        .map(
            sign -> new Problem(
                file,
                1 + (int) source.substring(0, sign.start()).lines().count(),
                "a merge is unfinished here; choose one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"));
  }

  /**
   * Front matter guards against publishing notes; a name of an issue does so, too, and so does the publisher's choice. The name of
   * a folder counts for its only text: others may be the notes for it.
   */
  private IssueReading withoutFrontMatter(String file, String source, Surroundings around) {
    boolean isNamed = DatedName.of(file, rules.dates()).isOfIssue()
        && (around.isOnlyText()
            || DatedName.of(nameOf(file), rules.dates()).isOfIssue()
            || rules.dates().sources().pattern().filter(form -> form.fits(file)).isPresent());
    boolean isOfIssue = isNamed || around.listed().isPresent() || around.own().isPresent();
    if (!isOfIssue && DatedName.isOfFolder(file)) {
      return new IssueReading(Optional.empty(), List.of());
    }
    if (!isOfIssue && !rules.source().areChosen()) {
      return IssueReading.failed(
          new Problem(
              Problem.Kind.FILE,
              file,
              1,
              "has no front matter and no date or number in its name, so it is left alone; list it under \"files\" in offprint.yaml if it is an issue"));
    }
    return issue(Opening.none(file), new Source(file, source, 0, around), new ArrayList<>());
  }

  private static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** The text of a file, and the position at which the front matter ends. */
  record Source(String file, String text, int bodyStart, Surroundings around) {
    String body() {
      return text.substring(bodyStart);
    }

    int linesBefore() {
      return (int) text.substring(0, bodyStart).chars().filter(c -> c == '\n').count();
    }
  }

  private Optional<Issue> issue(
      FrontMatter front, String yaml, Source source, List<Problem> problems) {
    DatedName name = DatedName.of(source.file(), rules.dates());
    front.warn(yaml);
    Optional<TitleOfText> otherTitle =
        front.lacksTitle() ? TitleOfText.find(source, rules.dates()) : Optional.empty();
    Optional<Surroundings.OwnPage> page = source.around().own();
    Optional<String> titleMarkdown = page.flatMap(Surroundings.OwnPage::title)
        .or(() -> otherTitle.map(TitleOfText::markdown))
        .or(() -> front.title(yaml));
    Withheld withheld = front.withheld(rules.dates());
    boolean draft = withheld.isDraft() || HeldBack.isInPlaceOfDrafts(source.file());
    Optional<FrontMatter.Dated> date = date(front, source, draft || page.isPresent());
    Optional<OffsetDateTime> updated = front.updated(rules.dates());
    List<Author> authors = front.authors();
    trace.ifPresent(record -> record.takeOrigins(
        otherTitle
            .map(TitleOfText::origin)
            .or(() -> titleMarkdown.map(title -> front.originOf("title")))
            .orElse(""),
        date.map(FrontMatter.Dated::origin).orElse("")));
    if (titleMarkdown.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> ownSlug =
        page.map(Surroundings.OwnPage::path).or(() -> front.line("slug").map(Slug::of));
    Deadline deadline = Deadline.of(source.text(), trace);
    Markdown markdown = new Markdown(deadline);
    ReadingLimits.check(source.text(), source.bodyStart());
    String title = title(markdown, titleMarkdown.get());
    Optional<String> number = front
        .line("number", "issue")
        .or(() -> IssueNumber.of(title, name.name()))
        .or(name::number);
    String slug = ownSlug
        .or(source.around()::slug)
        .orElseGet(() -> IssueName.slug(
            source.file(), date.get().moment().toLocalDate(), number, rules.source()));
    References references = new References(rules, source.file(), slug, source.around());
    String expanded =
        Templates.expand(source, rules.source().templates(), references::addressOf, deadline);
    List<String> html = markdown.render(expanded, title, source.linesBefore());
    BodyReader.Body body = BodyReader.read(
        Sanitizer.clean(html, references, deadline),
        title,
        references.page(),
        rules.headings(),
        deadline);
    problems.addAll(deadline.remarks().of(source.file()));
    return Optional.of(new Issue(
        source.file(),
        slug,
        ownSlug.isPresent(),
        title,
        number,
        date.get().moment(),
        updated,
        front.id(),
        front.description(),
        authors,
        front.tags(),
        front.image(references),
        front.language(),
        draft,
        withheld.end(),
        Utf8Text.of(source.text()),
        body.content(),
        body.lead(),
        body.parts(),
        body.items(),
        body.footnotes(),
        references.files(),
        references.issues(),
        front.formerPaths(),
        body.top()));
  }

  /** Returns the date; a draft needs none, nor does a page. */
  private Optional<FrontMatter.Dated> date(FrontMatter front, Source source, boolean mayLackIt) {
    DatedName name = DatedName.of(source.file(), rules.dates());
    Optional<FrontMatter.Dated> date =
        front.date(dateElsewhere(front, source, name), rules.dates());
    if (date.isEmpty() && mayLackIt) {
      return Optional.of(new FrontMatter.Dated(
          UNDATED,
          source.around().own().isPresent()
              ? "nowhere: a page needs none"
              : "nowhere: a draft needs none"));
    }
    if (date.isEmpty() && !front.has("date")) {
      if (name.number().isPresent()) {
        front.report(
            Problem.Kind.DATE,
            "date",
            "the date is missing, and the name has only a number; " + Timestamps.EXPECTED);
      } else {
        front.report("date", "the date is missing; " + Timestamps.EXPECTED);
      }
    }
    return date;
  }

  /** Returns the date by the publisher's list, by the name of the file, or by its number. */
  private Optional<FrontMatter.Dated> dateElsewhere(
      FrontMatter front, Source source, DatedName name) {
    return source
        .around()
        .listed()
        .map(date -> new FrontMatter.Dated(date, "the list of dates"))
        .or(() -> name.date()
            .map(day -> new FrontMatter.Dated(rules.dates().at(day), "the name of the file")))
        .or(() -> rules
            .dates()
            .sources()
            .series()
            .flatMap(series -> front
                .line("number", "issue")
                .filter(number -> number.matches("\\d{1,5}"))
                .or(name::number)
                .or(() -> front
                    .line("title")
                    .or(() -> TitleOfText.find(source, rules.dates()).map(TitleOfText::markdown))
                    .flatMap(title -> IssueNumber.of(title, name.name())))
                .map(number -> series.dateOf(Integer.parseInt(number)))
                .map(day ->
                    new FrontMatter.Dated(rules.dates().at(day), "the number of the issue"))));
  }

  /** Makes HTML of a text that the publisher writes for every page; it has no names of places. Empty if it cannot be read. */
  public Html text(String file, String words, Surroundings around) {
    List<Html> made = new ArrayList<>();
    var unused = guarded(file, () -> {
      Deadline deadline = Deadline.of(words, trace);
      ReadingLimits.check(words, 0);
      List<String> html = new Markdown(deadline).render(words, "", 0);
      Element body = Sanitizer.clean(html, new References(rules, file, "/", around), deadline);
      body.select("[id]").removeAttr("id");
      made.add(Html.ofSanitised(body.html()));
      return new IssueReading(Optional.empty(), List.of());
    });
    return made.isEmpty() ? Html.EMPTY : made.get(0);
  }

  private static String title(Markdown markdown, String titleMarkdown) {
    String plain = PlainText.fold(
        Jsoup.parseBodyFragment(markdown.renderInline(titleMarkdown)).text());
    return plain.isEmpty() ? PlainText.fold(titleMarkdown) : plain;
  }
}
