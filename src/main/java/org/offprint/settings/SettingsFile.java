package org.offprint.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.Generator;
import org.offprint.issue.IssueReader;
import org.offprint.issue.ItemRule;
import org.offprint.issue.Language;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceText;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Folder;
import org.offprint.publication.Masthead;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.settings.SettingsTable.EffectiveSetting;

/**
 * The parsed {@code offprint.yaml}.
 *
 * @param settings empty if the file has a mistake
 * @param given the newsletter's settings that the file has, in words
 * @param server the {@code server:} block, as text
 * @param problems every mistake, with its line and what is allowed
 */
public record SettingsFile(
    Optional<PublicationSettings> settings,
    Map<String, String> given,
    Map<String, String> server,
    List<Problem> problems) {
  private static final String SERVER = "server";

  private static final String NAME = Folder.SETTINGS_FILE;
  private static final String TAG =
      "(?:tag:)?[A-Za-z0-9][A-Za-z0-9.@-]*,\\d{4}(?:-\\d{2}){0,2}(?::[A-Za-z0-9._~!$&'()*+,;=:@%/-]+)?";
  private static final Pattern BARE_COLOUR =
      Pattern.compile("\\s*(accent(?:-dark)?):\\s+(#[0-9A-Fa-f]{3,8})\\s*");
  private static final String EMAIL = "[^\\s@]+@[^\\s@]+";

  private static final URI EXAMPLE = URI.create("https://example.org/");

  public SettingsFile {
    given = Map.copyOf(given);
    server = Map.copyOf(server);
    problems = List.copyOf(problems);
  }

  /** Reads the settings of a folder; without a file they are the defaults. */
  public static SettingsFile read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return read(new byte[0], Generator.ofSite(folder));
    }
    try {
      return read(Files.readAllBytes(file), Generator.ofSite(folder));
    } catch (IOException e) {
      Problem problem = new Problem(NAME, 0, Problem.CANNOT_BE_READ + IssueReader.reason(e));
      return new SettingsFile(Optional.empty(), Map.of(), Map.of(), List.of(problem));
    }
  }

  /** Reads the bytes of a file, in a folder that is no site of another generator. */
  public static SettingsFile read(byte[] bytes) {
    return read(bytes, Optional.empty());
  }

  private static SettingsFile read(byte[] bytes, Optional<Generator> found) {
    List<Problem> problems = new ArrayList<>();
    Optional<String> text = SourceText.decode(bytes);
    if (text.isEmpty()) {
      problems.add(new Problem(NAME, 0, "is not valid UTF-8; save it with the encoding UTF-8"));
    }
    Optional<SettingValues> read = text.flatMap(yaml -> YamlMapping.parse(NAME, 1, yaml, problems))
        .map(values -> new SettingValues(values, SettingsTable.NEWSLETTER, problems));
    text.ifPresent(yaml -> reportColours(yaml.lines().toList(), problems));
    Optional<PublicationSettings> settings = read.map(values -> publication(values, found));
    Map<String, String> server = read.map(SettingsFile::serverBlock).orElse(Map.of());
    Map<String, String> given = read.map(values -> inWords(values.values())).orElse(Map.of());
    return new SettingsFile(settings.filter(values -> problems.isEmpty()), given, server, problems);
  }

  /** YAML takes a colour without quotes for a comment, and the key for one without a value. */
  private static void reportColours(List<String> lines, List<Problem> problems) {
    IntStream.range(0, lines.size()).forEach(place -> {
      Matcher colour = BARE_COLOUR.matcher(lines.get(place));
      if (colour.matches()) {
        problems.add(new Problem(
            NAME,
            place + 1,
            "YAML takes %s for a comment; put it in quotes: %s: \"%s\""
                .formatted(colour.group(2), colour.group(1), colour.group(2))));
      }
    });
  }

  /** Returns each key that has a value, and the value in words. */
  private static Map<String, String> inWords(YamlMapping values) {
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

  private static PublicationSettings publication(SettingValues read, Optional<Generator> found) {
    read.withoutOthers();
    return new PublicationSettings(
        read.get("title", Optional::of),
        read.get("description", Optional::of),
        read.find("base-url", BaseUrl::parse),
        read.find("id", SettingsFile::tag),
        read.get("language", SettingsFile::language),
        read.find("time-zone", Values::zone).orElse(ZoneOffset.UTC),
        read.list("authors").stream()
            .flatMap(value -> author(value, read.problems()).stream())
            .toList(),
        read.find("icon", Values::reference),
        read.find("logo", Values::reference),
        read.text("copyright"),
        read.get("robots", text -> Values.either(text, "true", "false")),
        read.block("colors", SettingsTable.COLORS).flatMap(SettingsFile::accent),
        new SectionVocabulary(rules(read)),
        FileSettings.read(read, found),
        read.find("ids", text -> PublicationSettings.idPattern(text, EXAMPLE).map(pattern -> text)),
        RedirectSettings.read(read),
        MediaSettings.read(read),
        FeedSettings.read(read),
        FeedSettings.names(read),
        OwnSettings.additions(read),
        PushSettings.read(read));
  }

  /** Returns all settings of the newsletter. */
  public List<EffectiveSetting> effective() {
    return SettingsTable.NEWSLETTER.settings().stream()
        .filter(setting -> !setting.key().equals(SERVER))
        .map(setting -> Optional.ofNullable(given.get(setting.key()))
            .map(value -> new EffectiveSetting(setting.key(), value, Folder.SETTINGS_FILE))
            .orElseGet(() -> EffectiveSetting.byDefault(setting)))
        .toList();
  }

  /**
   * Returns the settings.
   *
   * @param folder the folder of the file, for the message
   * @throws SettingsException if the file has a mistake
   */
  public PublicationSettings orThrow(Path folder) {
    return settings.orElseThrow(() -> new SettingsException(problems.stream()
        .map(problem -> TerminalSafe.of(folder + "/" + problem))
        .collect(Collectors.joining("\n"))));
  }

  static Optional<String> tag(String text) {
    return Optional.of(text)
        .filter(tag -> tag.matches(TAG))
        .map(tag -> tag.startsWith("tag:") ? tag : "tag:" + tag);
  }

  /** Refuses words such as "english": they are well-formed, but no registered language. */
  private static Optional<String> language(String text) {
    return Language.find(text).filter(tag -> tag.matches("[a-z]{2,3}(?:-.*)?"));
  }

  /** Reads an author more strictly than front matter, where other generators have settings of their own. */
  private static Optional<Author> author(YamlValue value, List<Problem> problems) {
    Optional<Author> author = Author.read(value, problems);
    // Author.read has reported the mistakes of the block itself.
    value
        .mapping(new ArrayList<>())
        .map(values -> new SettingValues(values, SettingsTable.AUTHOR, problems).withoutOthers())
        .ifPresent(read -> {
          var unused = read.find(
              "email", text -> Optional.of(text).filter(address -> address.matches(EMAIL)));
        });
    return author;
  }

  private static Optional<Masthead.Accent> accent(SettingValues read) {
    Optional<String> onLight = read.find("accent", Palette::colour);
    Optional<String> onDark = read.find("accent-dark", Palette::colour);
    String message = "\"%s\" has too little contrast on %s";
    onLight
        .filter(colour -> !Palette.isReadableOnLight(colour))
        .ifPresent(faint ->
            read.report("accent", message.formatted("accent", "light paper: choose a darker one")));
    onDark
        .filter(colour -> !Palette.isReadableOnDark(colour))
        .ifPresent(faint -> read.report(
            "accent-dark", message.formatted("accent-dark", "dark paper: choose a lighter one")));
    if (onDark.isPresent() && !read.has("accent")) {
      read.report("accent-dark", "\"accent-dark\" needs an \"accent\" beside it, for light paper");
    }
    return onLight
        .map(Palette::accent)
        .map(made -> new Masthead.Accent(made.onLight(), onDark.orElse(made.onDark())));
  }

  private static List<SectionVocabulary.Rule> rules(SettingValues read) {
    Set<SectionKey> seen = new HashSet<>();
    return read.blocks(
        "sections",
        SettingsTable.SECTION,
        "a section is written as \"- key: tools\" with title and headings below",
        member -> {
          Optional<SectionVocabulary.Rule> rule = rule(member);
          rule.map(made -> made.section().key())
              .filter(key -> !seen.add(key))
              .ifPresent(key ->
                  member.report("the section \"%s\" stands here a second time; join its headings"
                      .formatted(key)));
          return rule;
        });
  }

  private static Optional<SectionVocabulary.Rule> rule(SettingValues.Member member) {
    SettingValues read = member.values();
    Optional<SectionKey> key = read.find("key", SectionKey::find);
    boolean isSponsored =
        read.find("kind", text -> Optional.of(text).filter("sponsored"::equals)).isPresent();
    ItemRule items = read.get("items", SettingsFile::itemRule);
    boolean isSkipped = read.get("skip", text -> Values.either(text, "true", "false"));
    if (isSponsored && isSkipped) {
      member.report("a sponsored section cannot be skipped: feeds mark what is paid for");
    }
    if (!read.has("key")) {
      member.report("a section needs a \"key\", its name in addresses");
    }
    return key.map(name -> {
      String title = read.text("title").orElse(name.value());
      List<String> headings = read.lines("headings");
      return new SectionVocabulary.Rule(
              new Section(name, title, isSponsored), headings.isEmpty() ? List.of(title) : headings)
          .with(items, isSkipped);
    });
  }

  private static Optional<ItemRule> itemRule(String text) {
    return Stream.of(ItemRule.values())
        .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  private static Map<String, String> serverBlock(SettingValues read) {
    Map<String, String> server = new LinkedHashMap<>();
    read.block(SERVER, SettingsTable.SERVER)
        .ifPresent(block -> SettingsTable.SERVER
            .keys()
            .forEach(key -> block.text(key).ifPresent(text -> {
              server.put(key, text);
              check(block, key, text);
            })));
    return server;
  }

  private static void check(SettingValues read, String key, String text) {
    try {
      var unused =
          ServerSettings.of(new ServerSettings.Sources(Map.of(), Map.of(), Map.of(key, text)));
    } catch (SettingsException e) {
      read.report(key, String.valueOf(e.getMessage()));
    }
  }
}
