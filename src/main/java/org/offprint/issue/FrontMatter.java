package org.offprint.issue;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that open an issue file, each read once and reported on where it is wrong. */
final class FrontMatter {
  private static final Map<String, Boolean> SWITCHES = Map.of(
      "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false,
      "0", false);

  /** Ten times what the longest titles have. */
  private static final int LONGEST_TITLE = 4_000;

  private static final String DATE = "date";

  private static final Set<String> KEYS = Set.of(
      "title",
      DATE,
      "updated",
      "lastmod",
      "slug",
      "number",
      "issue",
      "description",
      "summary",
      "author",
      "authors",
      "tags",
      "image",
      "language",
      "id",
      "draft");

  /** A comment behind one of these cuts nothing off. */
  private static final Set<String> NO_TEXTS = Set.of(DATE, "updated", "lastmod", "draft");

  /** Shorter words are near too many others. */
  private static final int LEAST_OF_NEAR = 4;

  private static final int LONGEST_QUOTED = 100;

  /** Ten times what the largest teams have. */
  private static final int MOST_AUTHORS = 100;

  private final String file;
  private final YamlMapping values;
  private final List<Problem> problems;

  FrontMatter(String file, YamlMapping values, List<Problem> problems) {
    this.file = file;
    this.values = values;
    this.problems = problems;
  }

  /** Warns of values that YAML cuts off or drops, and of keys that are nearly known ones. */
  void warn(String yaml) {
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 2;
      Quoting.ofLoss(lines.get(i))
          .filter(loss -> !loss.key().equals("title") && !NO_TEXTS.contains(loss.key()))
          .ifPresent(loss -> problems.add(
              new Problem(Problem.Kind.VALUE, file, line, "YAML drops a part: " + loss.message())));
    }
    for (String key : values.keys()) {
      KEYS.stream()
          .filter(known -> !isKnown(key) && isNear(key, known) && !has(known))
          .findFirst()
          .ifPresent(known -> problems.add(new Problem(
              Problem.Kind.KEY,
              file,
              values.lineOf(key),
              "the key \"%s\" means nothing here; is \"%s\" meant?".formatted(key, known))));
    }
  }

  private static boolean isKnown(String key) {
    return KEYS.contains(key) || HeldBack.DRAFT.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Returns true if one letter differs, or two have changed places; a plural is another word. */
  private static boolean isNear(String key, String known) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.equals(known) || lower.equals(known + "s") || known.equals(lower + "s")) {
      return lower.equals(known);
    }
    int same = 0;
    int shorter = Math.min(lower.length(), known.length());
    while (same < shorter && lower.charAt(same) == known.charAt(same)) {
      same++;
    }
    String mine = lower.substring(same);
    String other = known.substring(same);
    return known.length() >= LEAST_OF_NEAR
        && (rest(mine, 1).equals(rest(other, 1))
            || mine.equals(rest(other, 1))
            || rest(mine, 1).equals(other)
            || (rest(mine, 2).equals(rest(other, 2))
                && mine.length() > 1
                && other.length() > 1
                && mine.charAt(0) == other.charAt(1)
                && mine.charAt(1) == other.charAt(0)));
  }

  private static String rest(String text, int from) {
    return text.length() < from ? text : text.substring(from);
  }

  /** The advice to quote the title, if its line needs that. */
  private Optional<Quoting> quotingOfTitle(String yaml, boolean isText) {
    return yaml.lines()
        .skip(Math.max(0, values.lineOf("title") - 2))
        .findFirst()
        .filter(line -> line.startsWith("title"))
        .flatMap(line -> isText ? Quoting.ofLoss(line) : Quoting.ofText(line));
  }

  /** Returns the key with a title that stands directly behind its colon. */
  private Optional<String> gluedTitle() {
    return values.keys().stream().filter(key -> key.startsWith("title:")).findFirst();
  }

  Optional<String> title(String yaml) {
    Optional<YamlValue> value = values.find("title");
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
          .or(() -> glued.flatMap(key ->
              yaml.lines().skip(values.lineOf(key) - 2L).findFirst().flatMap(Quoting::ofFault)))
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

  Optional<OffsetDateTime> timestamp(ZoneId zone, String... keys) {
    Optional<YamlValue> value = values.find(keys);
    Optional<OffsetDateTime> moment =
        value.flatMap(YamlValue::text).flatMap(text -> Timestamps.parse(text, zone));
    if (value.isPresent() && moment.isEmpty()) {
      String key = Stream.of(keys)
          .filter(given -> values.find(given).isPresent())
          .findFirst()
          .orElse(keys[0]);
      String message = "\"%s\" is no date for \"%s\"; %s"
          .formatted(
              PlainText.cut(value.get().text().orElse("a list"), LONGEST_QUOTED),
              key,
              Timestamps.EXPECTED);
      problems.add(key.equals(DATE) ? value.get().problem(message) : value.get().warning(message));
    }
    return moment;
  }

  /** Returns the place of a key, for people. */
  String originOf(String key) {
    return "\"" + key + "\" in the front matter, line " + values.lineOf(key);
  }

  boolean has(String key) {
    return values.find(key).isPresent();
  }

  /** Reports an error at a key, or at the front matter as a whole if it lacks the key. */
  void report(String key, String message) {
    problems.add(new Problem(file, Math.max(1, values.lineOf(key)), message));
  }

  private void warn(String key, String message) {
    problems.add(new Problem(Problem.Kind.VALUE, file, Math.max(1, values.lineOf(key)), message));
  }

  /** One line of text; a list becomes one line too. */
  Optional<String> line(String... keys) {
    return values
        .find(keys)
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
  Optional<OffsetDateTime> publication(ZoneId zone) {
    return values.keys().stream()
        .filter(key -> HeldBack.PUBLICATION.contains(key.toLowerCase(Locale.ROOT)))
        .flatMap(key -> values.find(key).flatMap(YamlValue::text).stream())
        .flatMap(text -> Timestamps.parse(text, zone).stream())
        .max(Comparator.naturalOrder());
  }

  /** Returns true if the author holds the issue back, in the words of any generator. */
  boolean isDraft(ZoneId zone) {
    boolean isDraft = HeldBack.isInFolderOfDrafts(file);
    for (String key : values.keys()) {
      isDraft |= holdsBack(key, zone);
    }
    return isDraft;
  }

  private boolean holdsBack(String key, ZoneId zone) {
    String name = key.toLowerCase(Locale.ROOT);
    String value = values
        .find(key)
        .flatMap(YamlValue::text)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .orElse("");
    if (HeldBack.PUBLICATION.contains(name)
        && has(key)
        && Timestamps.parse(value, zone).isEmpty()) {
      report(key, key + " is no date, so the issue is held back; " + Timestamps.EXPECTED);
      return true;
    }
    Optional<Boolean> on = Optional.ofNullable(SWITCHES.get(value));
    boolean isDraft = HeldBack.DRAFT.contains(name);
    if (isDraft && on.isEmpty()) {
      report(key, key + " must be true or false; the issue is held back until it is");
    }
    return (isDraft && on.orElse(true)) || HeldBack.holdsBack(name, value, on);
  }

  List<String> tags() {
    return values.find("tags").stream()
        .flatMap(value -> value.isList()
            ? value.list().stream().flatMap(member -> member.text().stream())
            : Stream.of(value.text().orElse("").split(",")))
        .map(PlainText::fold)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  Optional<URI> image(URI permalink) {
    return line("image").flatMap(text -> Links.resolve(permalink, text)).filter(Links::isWeb);
  }

  List<Author> authors() {
    List<YamlValue> named = values.find("authors", "author").stream()
        .flatMap(value -> value.list().stream())
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
