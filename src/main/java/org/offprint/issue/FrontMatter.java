package org.offprint.issue;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that open an issue file, each read once and reported on where it is wrong. */
final class FrontMatter {
  /** Ten times what the longest titles have. */
  private static final int LONGEST_TITLE = 4_000;

  private static final String DATE = "date";

  /** A comment behind one of these cuts nothing off. */
  private static final Set<String> NO_TEXTS = Set.of(DATE, "updated", "lastmod", "draft");

  /** The moment of an issue, and its place for people. */
  record Dated(OffsetDateTime moment, String origin) {}

  private static final int LONGEST_QUOTED = 100;

  /** Ten times what the largest teams have. */
  private static final int MOST_AUTHORS = 100;

  private final String file;
  private final YamlMapping values;
  private final int firstLine;
  private final SourceRules source;
  private final List<Problem> problems;

  /** Reads values whose text begins at a line of a file, counted from 1. */
  FrontMatter(
      String file, YamlMapping values, int firstLine, SourceRules source, List<Problem> problems) {
    this.file = file;
    this.values = values;
    this.firstLine = firstLine;
    this.source = source;
    this.problems = problems;
  }

  /** Warns of values that YAML cuts off or drops, and of keys that are nearly known ones. */
  void warn(String yaml) {
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + firstLine;
      Quoting.ofLoss(lines.get(i))
          .filter(loss -> !loss.key().equals("title") && !NO_TEXTS.contains(loss.key()))
          .ifPresent(loss -> problems.add(
              new Problem(Problem.Kind.VALUE, file, line, "YAML drops a part: " + loss.message())));
    }
    for (String key : values.keys()) {
      KnownKeys.near(key)
          .filter(known -> !isRenamed(key) && (!has(known) || KnownKeys.isSlip(key, known)))
          .ifPresent(known -> problems.add(new Problem(
              Problem.Kind.KEY,
              file,
              values.lineOf(key),
              (has(known)
                      ? "the key \"%s\" means nothing beside \"%s\"; delete one of them"
                      : "the key \"%s\" means nothing here; is \"%s\" meant?")
                  .formatted(key, known))));
    }
  }

  /** The advice to quote the title, if its line needs that. */
  private Optional<Quoting> quotingOfTitle(String yaml, boolean isText) {
    return yaml.lines()
        .skip(Math.max(0, lineOf("title") - firstLine))
        .findFirst()
        .filter(line -> line.regionMatches(true, 0, "title", 0, "title".length()))
        .flatMap(line -> isText ? Quoting.ofLoss(line) : Quoting.ofText(line));
  }

  /** Returns the key with a title that stands directly behind its colon. */
  private Optional<String> gluedTitle() {
    return values.keys().stream().filter(key -> key.startsWith("title:")).findFirst();
  }

  /** Returns true if nothing in it is meant for a title. */
  boolean lacksTitle() {
    return lineOf("title") == 0
        && gluedTitle().isEmpty()
        && values.keys().stream()
            .noneMatch(key -> KnownKeys.near(key).filter("title"::equals).isPresent());
  }

  Optional<String> title(String yaml) {
    Optional<YamlValue> value = find("title");
    Optional<String> title =
        value.flatMap(YamlValue::text).filter(text -> !PlainText.fold(text).isEmpty());
    if (title.filter(text -> text.length() > LONGEST_TITLE).isPresent()) {
      report(
          "title",
          String.format(
              Locale.ROOT,
              "the title has more than %,d characters; make a paragraph of what is no title",
              LONGEST_TITLE));
      return Optional.empty();
    }
    if (title.isEmpty()) {
      boolean isNoText = value.filter(given -> given.text().isEmpty()).isPresent();
      Optional<String> glued = gluedTitle();
      String advice = quotingOfTitle(yaml, !isNoText)
          .or(() -> glued.flatMap(key -> yaml.lines()
              .skip((long) values.lineOf(key) - firstLine)
              .findFirst()
              .flatMap(Quoting::ofFault)))
          .map(Quoting::advice)
          .orElse(isNoText ? "put the title in quotes" : "add a line \"title: …\"");
      report(
          glued.orElse("title"),
          (isNoText ? "the title must be one line of text; " : "the title is missing; ") + advice);
    } else {
      quotingOfTitle(yaml, true)
          .map(quoting -> value
              .get()
              .warning(
                  quoting.reason().contains(" #")
                      ? "YAML takes \" #\" for the start of a comment, so the title ends before it;"
                          + " write \"\\#\" or " + quoting.advice()
                      : "YAML drops a part: " + quoting.message()))
          .ifPresent(problems::add);
    }
    return title;
  }

  /** Returns the time of the last change. */
  Optional<OffsetDateTime> updated(DateRules rules) {
    Optional<YamlValue> value = find(KnownKeys.CHANGES);
    Optional<OffsetDateTime> moment = value
        .flatMap(given -> moment(given, rules))
        .or(() -> find(DATE)
            .flatMap(date -> ofBlock(date, "updated"))
            .flatMap(text -> Timestamps.parse(text, rules)));
    if (value.isPresent() && moment.isEmpty()) {
      String key = Stream.of(KnownKeys.CHANGES).filter(this::has).findFirst().orElseThrow();
      problems.add(value.get().warning(noDate(key, value.get(), rules)));
    }
    return moment;
  }

  /**
   * Returns the date, or that of a later publication.
   *
   * @param ofName the date if the front matter has none
   */
  Optional<Dated> date(Optional<Dated> ofName, DateRules rules) {
    Optional<Dated> later = publication(rules);
    Optional<YamlValue> value = find(DATE);
    if (value.isEmpty()) {
      return later
          .or(() -> KnownKeys.OTHER_DATES.stream()
              .flatMap(key -> dated(key, rules).stream())
              .findFirst())
          .or(() -> ofName);
    }
    Optional<Dated> date = dated(DATE, rules);
    if (date.isEmpty()) {
      String message = noDate(DATE, value.get(), rules);
      problems.add(
          ofName.isPresent()
              ? value
                  .get()
                  .warning(message + "; until then that of " + ofName.get().origin() + " counts")
              : value.get().problem(message));
      return ofName;
    }
    return date.map(
        own -> later.filter(other -> other.moment().isAfter(own.moment())).orElse(own));
  }

  private Optional<Dated> dated(String key, DateRules rules) {
    return find(key)
        .flatMap(value -> moment(value, rules))
        .map(moment -> new Dated(moment, originOf(key)));
  }

  private static Optional<OffsetDateTime> moment(YamlValue value, DateRules rules) {
    return value
        .text()
        .or(() -> ofBlock(value, "created", "published"))
        .flatMap(text -> Timestamps.parse(text, rules));
  }

  /** A date of MkDocs may be a block with those of the first and the last version. */
  private static Optional<String> ofBlock(YamlValue value, String... keys) {
    return value
        .mapping(new ArrayList<>())
        .flatMap(block -> block.find(keys))
        .flatMap(YamlValue::text);
  }

  private static String noDate(String key, YamlValue value, DateRules rules) {
    String text = value.text().orElse("a list");
    return "\"%s\" is no date for \"%s\"; %s"
        .formatted(PlainText.cut(text, LONGEST_QUOTED), key, Timestamps.remedy(text, rules));
  }

  /** Returns the place of a key, for people. */
  String originOf(String key) {
    String own = spelled(key).orElse(key);
    return "\"" + own + "\" in the front matter, line " + values.lineOf(own);
  }

  /** Returns the value of the first of these keys that has one, in capitals or not. */
  private Optional<YamlValue> find(String... keys) {
    return Stream.of(keys)
        .flatMap(key -> spelled(key).stream())
        .flatMap(key -> values.find(key).stream())
        .findFirst();
  }

  /** Returns the key as the author spells it; the publisher's own one comes first. */
  private Optional<String> spelled(String key) {
    return Optional.ofNullable(source.keys().get(key))
        .flatMap(this::ownSpelling)
        .or(() -> ownSpelling(key));
  }

  private boolean isRenamed(String key) {
    return source.keys().values().stream().anyMatch(key::equalsIgnoreCase);
  }

  private Optional<String> ownSpelling(String key) {
    return values.lineOf(key) > 0
        ? Optional.of(key)
        : values.keys().stream().filter(key::equalsIgnoreCase).findFirst();
  }

  private int lineOf(String key) {
    return values.lineOf(spelled(key).orElse(key));
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** Reports an error at a key, or at the front matter as a whole if it lacks the key. */
  void report(String key, String message) {
    report(Problem.Kind.ERROR, key, message);
  }

  private void warn(String key, String message) {
    report(Problem.Kind.VALUE, key, message);
  }

  void report(Problem.Kind kind, String key, String message) {
    problems.add(new Problem(kind, file, Math.max(1, lineOf(key)), message));
  }

  /** One line of text; a list becomes one line too. */
  Optional<String> line(String... keys) {
    return find(keys)
        .map(value -> value.list().stream()
            .flatMap(member -> member.text().stream())
            .collect(Collectors.joining(" ")))
        .map(PlainText::fold)
        .filter(text -> !text.isEmpty());
  }

  /** The id that the author sets; Atom wants it to be a URI (RFC 4287 section 4.2.6). */
  Optional<URI> id() {
    Optional<String> text = line("id");
    Optional<URI> id = text.flatMap(Links::absolute);
    if (text.isPresent() && id.isEmpty()) {
      warn(
          "id",
          "the id must be a URI, such as https://example.org/12 or tag:example.org,2010:12;"
              + " until then the issue has the id that is derived from its slug");
    }
    return id;
  }

  Optional<String> language() {
    Optional<String> text = line("language");
    Optional<String> language = text.flatMap(Language::find);
    if (text.isPresent() && language.isEmpty()) {
      warn(
          "language",
          "the language must be a tag such as en, en-GB or de; until then the newsletter's counts");
    }
    return language;
  }

  /** Returns the last of the moments before which the issue is not to be published, besides its date. */
  private Optional<Dated> publication(DateRules rules) {
    return values.keys().stream()
        .filter(key -> HeldBack.PUBLICATION.contains(key.toLowerCase(Locale.ROOT))
            || HeldBack.PUBLISHED.contains(key.toLowerCase(Locale.ROOT)))
        .flatMap(key -> dated(key, rules).stream())
        .max(Comparator.comparing(Dated::moment));
  }

  /** Returns what holds the issue back. */
  Withheld withheld(DateRules rules) {
    return new Withheld(source, rules, problems).take(file, values);
  }

  /** Returns the tags and the categories; Jekyll's may stand in one line, with blanks between them. */
  List<String> tags() {
    boolean isOfJekyll = has("layout") || source.templates().generator() == Generator.JEKYLL;
    return Stream.of("tags", "categories", "category")
        .flatMap(key -> find(key).stream())
        .flatMap(value -> value.isList()
            ? value.list().stream().flatMap(member -> named(member).stream())
            : split(named(value).orElse(""), isOfJekyll))
        .map(PlainText::fold)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> split(String tags, boolean isOfJekyll) {
    String separator = isOfJekyll && !tags.contains(",") ? "\\s" : ",";
    return Pattern.compile(separator).splitAsStream(tags);
  }

  /** The text that a value is, or that it calls its name. */
  private static Optional<String> named(YamlValue value) {
    return value
        .text()
        .or(() -> value
            .mapping(new ArrayList<>())
            .flatMap(block -> block.find("name", "title", "label"))
            .flatMap(YamlValue::text));
  }

  Optional<String> description() {
    return line(KnownKeys.SUMMARIES);
  }

  Optional<URI> image(References references) {
    Optional<YamlValue> picture =
        find(KnownKeys.PICTURES).flatMap(value -> value.list().stream().findFirst());
    Optional<String> address = picture
        .flatMap(value -> value.mapping(problems))
        .map(block -> block.find(KnownKeys.ADDRESSES).flatMap(YamlValue::text))
        .orElseGet(() -> picture.flatMap(YamlValue::text))
        .map(PlainText::fold)
        .filter(text -> !text.isEmpty());
    return address.flatMap(text -> references.resolve(text, true)).filter(Links::isWeb);
  }

  /** Returns the paths of the issue at another generator. */
  List<FormerPath> formerPaths() {
    return KnownKeys.FORMER_PATHS.stream()
        .flatMap(key -> find(key).stream()
            .flatMap(value -> value.list().stream())
            .flatMap(value -> value
                .text()
                .flatMap(text ->
                    FormerPath.find(text, key.equals("aliases") ? folder() : "", value.line()))
                .stream()))
        .toList();
  }

  /** The folder from which Hugo counts relative aliases. */
  private String folder() {
    String folder = file.replaceFirst("(?i)(?:/index)?\\.[^./]*$", "").replaceFirst("[^/]*$", "");
    return folder.replaceFirst("^(?:.*/)?content/", "");
  }

  List<Author> authors() {
    List<YamlValue> named = find(KnownKeys.AUTHORS).stream()
        .flatMap(value -> has("authors") ? value.parts() : Stream.of(value))
        .flatMap(Author::valuesIn)
        .toList();
    if (named.size() > MOST_AUTHORS) {
      // Every entry of every feed names them all.
      warn("authors", "has more than %d authors; name the editors".formatted(MOST_AUTHORS));
      return List.of();
    }
    List<Problem> found = new ArrayList<>();
    List<Author> authors = named.stream()
        .flatMap(value -> Author.read(value, found).stream())
        .distinct()
        .toList();
    found.stream()
        .map(problem -> new Problem(Problem.Kind.VALUE, file, problem.line(), problem.message()))
        .forEach(problems::add);
    return authors;
  }
}
