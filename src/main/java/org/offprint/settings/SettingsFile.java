package org.offprint.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Authors;
import org.offprint.issue.IssueReader;
import org.offprint.issue.Language;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceText;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.FolderListing;
import org.offprint.publication.IgnoreRules;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionRule;
import org.offprint.publication.SectionVocabulary;

/** Reads {@code offprint.yaml}. Every mistake is a problem that names key, line and what is allowed. */
public final class SettingsFile {
  private static final String NAME = FolderListing.SETTINGS_FILE;
  static final String SERVER = "server";
  public static final List<String> KEYS = List.of(
      "title",
      "description",
      "base-url",
      "id",
      "language",
      "time-zone",
      "authors",
      "icon",
      "logo",
      "copyright",
      "robots",
      ColourSettings.BLOCK,
      "sections",
      "views",
      "window",
      "item-link",
      "search",
      "ignore",
      "ids",
      "redirects",
      SERVER);
  static final List<String> AUTHOR_KEYS = List.of("name", "email", "url", "uri");
  public static final List<String> SECTION_KEYS = List.of("key", "title", "kind", "headings");

  private static final String TAG = "(?:tag:)?[A-Za-z0-9][A-Za-z0-9.@-]*,\\d{4}(?:-\\d{2}){0,2}";

  private static final String PICTURE =
      "an address such as /icon.png or https://example.org/icon.png";
  private static final URI EXAMPLE = URI.create("https://example.org/");

  private final List<Problem> problems = new ArrayList<>();

  private SettingsFile() {}

  public static SettingsReading read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return SettingsReading.OF_NO_FILE;
    }
    try {
      return new SettingsFile().parse(Files.readAllBytes(file));
    } catch (IOException e) {
      Problem problem = new Problem(NAME, 0, Problem.CANNOT_BE_READ + IssueReader.reason(e));
      return new SettingsReading(Optional.empty(), Map.of(), Map.of(), List.of(problem));
    }
  }

  public static SettingsReading read(byte[] bytes) {
    return new SettingsFile().parse(bytes);
  }

  private SettingsReading parse(byte[] bytes) {
    Optional<String> text = SourceText.decode(bytes);
    if (text.isEmpty()) {
      problems.add(new Problem(NAME, 0, "is not valid UTF-8; save it with the encoding UTF-8"));
    }
    Optional<YamlMapping> values = text.flatMap(yaml -> YamlMapping.parse(NAME, 1, yaml, problems));
    Optional<PublicationSettings> settings = values.map(this::settings);
    Map<String, String> server = values.map(this::server).orElse(Map.of());
    Map<String, String> given = values.map(SettingsFile::given).orElse(Map.of());
    return new SettingsReading(
        settings.filter(read -> problems.isEmpty()), given, server, problems);
  }

  /** What the operator is told of each key that has a value. */
  private static Map<String, String> given(YamlMapping values) {
    Map<String, String> given = new LinkedHashMap<>();
    values.keys().forEach(key -> values.find(key).ifPresent(value -> given.put(key, words(value))));
    given.remove(SERVER);
    return given;
  }

  private static String words(YamlValue value) {
    return value
        .text()
        .orElseGet(() -> value.isList() ? "a list of " + value.list().size() : "a block");
  }

  private PublicationSettings settings(YamlMapping values) {
    SettingValues read = new SettingValues(values, NAME, problems);
    read.allowOnly(KEYS);
    PublicationSettings defaults = PublicationSettings.DEFAULT;
    return new PublicationSettings(
        read.text("title").orElse(defaults.title()),
        read.text("description").orElse(defaults.description()),
        read.checked("base-url", BaseUrl.EXPECTED, BaseUrl::parse),
        read.checked("id", "something like tag:example.org,2010", SettingsFile::tag),
        read.checked("language", "a tag such as en, en-GB or de", SettingsFile::language)
            .orElse(defaults.language()),
        read.checked("time-zone", "a name such as UTC or Europe/London", SettingValues::zone)
            .orElse(defaults.zone()),
        read.list("authors").stream().flatMap(value -> author(value).stream()).toList(),
        read.checked("icon", PICTURE, SettingValues::reference),
        read.checked("logo", PICTURE, SettingValues::reference),
        read.text("copyright"),
        read.checked("robots", "true or false", SettingsFile::truth).orElse(defaults.robots()),
        new ColourSettings(NAME, problems).read(read),
        vocabulary(read.list("sections")),
        ignored(read.list("ignore")),
        read.checked(
            "ids",
            "a pattern such as \"{base}/{slug}\"; it may also have {year}, {month} and {day}",
            text -> PublicationSettings.idPattern(text, EXAMPLE).map(pattern -> text)),
        new RedirectSettings(NAME, problems).read(read),
        new FeedSettings(NAME, problems).read(read));
  }

  private static Optional<Boolean> truth(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(text.equals("true"))
        : Optional.empty();
  }

  private static Optional<String> tag(String text) {
    return text.matches(TAG)
        ? Optional.of(text.startsWith("tag:") ? text : "tag:" + text)
        : Optional.empty();
  }

  /** Well-formed are words such as "english", too, but no such language is registered. */
  private static Optional<String> language(String text) {
    return Language.find(text).filter(tag -> tag.matches("[a-z]{2,3}(?:-.*)?"));
  }

  /** Stricter than front matter, in which other generators have settings of their own. */
  private Optional<Author> author(YamlValue value) {
    Optional<Author> author = Authors.read(value, problems);
    // What is wrong with the block itself has been said.
    value.mapping(new ArrayList<>()).ifPresent(values -> {
      SettingValues read = new SettingValues(values, NAME, problems);
      read.allowOnly(AUTHOR_KEYS);
      var unused = read.checked(
          "email",
          "an e-mail address such as mara@example.org",
          text -> Optional.of(text).filter(address -> address.matches("[^\\s@]+@[^\\s@]+")));
    });
    return author;
  }

  private SectionVocabulary vocabulary(List<YamlValue> sections) {
    List<SectionRule> rules = new ArrayList<>();
    List<SectionKey> seen = new ArrayList<>();
    for (YamlValue value : sections) {
      Optional<YamlMapping> mapping = value.mapping(problems);
      if (mapping.isEmpty()) {
        problems.add(value.problem(
            "a section is written as \"- key: tools\" with title and headings below"));
      }
      mapping.flatMap(values -> rule(value, values)).ifPresent(rule -> {
        if (seen.contains(rule.section().key())) {
          problems.add(
              value.problem("the section \"%s\" stands here a second time; join its headings"
                  .formatted(rule.section().key())));
        }
        seen.add(rule.section().key());
        rules.add(rule);
      });
    }
    return new SectionVocabulary(rules);
  }

  private Optional<SectionRule> rule(YamlValue place, YamlMapping values) {
    SettingValues read = new SettingValues(values, NAME, problems);
    read.allowOnly(SECTION_KEYS);
    Optional<SectionKey> key = read.checked("key", "a name of a-z, 0-9 and -", SectionKey::find);
    Optional<Boolean> isSponsored =
        read.checked("kind", "sponsored, or no kind at all", SettingsFile::sponsored);
    if (key.isEmpty()) {
      if (values.find("key").isEmpty()) {
        problems.add(place.problem("a section needs a \"key\", its name in addresses"));
      }
      return Optional.empty();
    }
    String title = read.text("title").orElse(key.get().value());
    List<String> headings = lines(read.list("headings"), "headings");
    return Optional.of(new SectionRule(
        new Section(key.get(), title, isSponsored.orElse(false)),
        headings.isEmpty() ? List.of(title) : headings));
  }

  private static Optional<Boolean> sponsored(String text) {
    return text.equals("sponsored") ? Optional.of(true) : Optional.empty();
  }

  /** The members of a list of texts; what YAML takes for something else is a mistake. */
  private List<String> lines(List<YamlValue> values, String key) {
    List<String> lines = new ArrayList<>();
    for (YamlValue value : values) {
      Optional<String> line = value.text().filter(text -> !text.isBlank());
      if (line.isEmpty()) {
        problems.add(value.problem(
            "each of \"%s\" must be one line of text; put it in quotes".formatted(key)));
      }
      line.ifPresent(lines::add);
    }
    return lines;
  }

  private IgnoreRules ignored(List<YamlValue> patterns) {
    List<String> globs = new ArrayList<>();
    for (YamlValue pattern : patterns) {
      try {
        globs.addAll(new IgnoreRules(lines(List.of(pattern), "ignore")).globs());
      } catch (IllegalArgumentException e) {
        problems.add(
            pattern.problem("\"%s\" is no pattern; write something like drafts/** or \"*.bak.md\""
                .formatted(pattern.text().orElse(""))));
      }
    }
    return new IgnoreRules(globs);
  }

  private Map<String, String> server(YamlMapping values) {
    Map<String, String> server = new LinkedHashMap<>();
    new SettingValues(values, NAME, problems).mapping(SERVER).ifPresent(block -> {
      SettingValues read = new SettingValues(block, NAME, problems);
      read.allowOnly(ServerSettings.KEYS);
      for (String key : ServerSettings.KEYS) {
        serverText(read, key).ifPresent(text -> {
          checkServer(block, key, text);
          server.put(key, text);
        });
      }
    });
    return server;
  }

  /** A value as flags and variables have it: a list is joined. */
  private Optional<String> serverText(SettingValues read, String key) {
    return key.equals(ServerSettings.TRUSTED_PROXIES)
        ? Optional.of(String.join(", ", lines(read.list(key), key)))
            .filter(names -> !names.isEmpty())
        : read.text(key);
  }

  private void checkServer(YamlMapping block, String key, String text) {
    try {
      var unused = ServerSettings.of(Map.of(), Map.of(), Map.of(key, text));
    } catch (SettingsException e) {
      problems.add(new Problem(NAME, block.lineOf(key), String.valueOf(e.getMessage())));
    }
  }
}
