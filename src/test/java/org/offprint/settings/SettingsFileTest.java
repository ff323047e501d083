package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.read;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedWindow;
import org.offprint.issue.Author;
import org.offprint.issue.DateRules;
import org.offprint.issue.DateSources;
import org.offprint.issue.Generator;
import org.offprint.issue.ItemRule;
import org.offprint.issue.PathPattern;
import org.offprint.issue.Problem;
import org.offprint.issue.SlugPattern;
import org.offprint.issue.SourceRules;
import org.offprint.issue.TemplateRules;
import org.offprint.publication.FileRules;
import org.offprint.publication.Glob;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.OwnFiles;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;

final class SettingsFileTest {
  private static Glob glob(String text) {
    return Glob.find(text).orElseThrow();
  }

  private static final URI LOCAL = URI.create("http://localhost:8080/");

  @Test
  void readsEveryKey() {
    SettingsFile reading = read("""
        title: Runbook Weekly
        description: About running systems.
        base-url: https://news.example.org/weekly
        id: tag:example.org,2010
        language: en-GB
        time-zone: Europe/London
        publish-time: "07:00"
        date-order: dmy
        generator: jekyll
        snippets:
          "{% include sponsor.html %}": By [Acme](https://acme.example/).
        authors:
          - Ida
          - name: Mara Lindqvist
            email: mara@example.org
            url: https://mara.example.org/
        icon: /icon.png
        logo: https://cdn.example.org/logo.png
        copyright: © 2026 Mara Lindqvist
        robots: false
        sections:
          - key: sponsor
            title: Our sponsor
            kind: sponsored
            headings: ["Sponsor*", CNCF]
          - key: tools
        files: 2026/**
        keys: {date: issued}
        slugs: "{name}-{year}"
        dates: {issue: 1, on: 2018-04-20, every: 1 month}
        date-from: "{year}/{number}"
        ignore: [drafts/**, "*.bak.md"]
        issue-bytes: 100000
        media:
          "/images": ../static/images
        media-bytes: 200000
        window:
          issues: 10
          items: 50
          bytes: 200000
        server:
          host: 127.0.0.1
          port: 9000
          base-url: https://server.example.org/
          scan-interval: 5s
          feed-max-age: 30m
          memory: 32M
          poll-limit: 60
          behind-proxy: on
        """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.settings())
        .contains(new PublicationSettings(
            "Runbook Weekly",
            "About running systems.",
            Optional.of(URI.create("https://news.example.org/weekly/")),
            Optional.of("tag:example.org,2010"),
            "en-GB",
            ZoneId.of("Europe/London"),
            List.of(
                Author.of("Ida"),
                new Author(
                    "Mara Lindqvist",
                    Optional.of("mara@example.org"),
                    Optional.of(URI.create("https://mara.example.org/")))),
            Optional.of(URI.create("/icon.png")),
            Optional.of(URI.create("https://cdn.example.org/logo.png")),
            Optional.of("© 2026 Mara Lindqvist"),
            false,
            Optional.empty(),
            new SectionVocabulary(List.of(
                new SectionVocabulary.Rule(
                    new Section(new SectionKey("sponsor"), "Our sponsor", true),
                    List.of("Sponsor*", "CNCF")),
                new SectionVocabulary.Rule(
                    new Section(new SectionKey("tools"), "tools", false), List.of("tools")))),
            new FileRules(
                List.of(glob("2026/**")),
                List.of(glob("drafts/**"), glob("*.bak.md")),
                100_000,
                new SourceRules(
                    new DateRules(
                        ZoneOffset.UTC,
                        LocalTime.of(7, 0),
                        DateRules.Order.DMY,
                        "en",
                        new DateSources(
                            Optional.of(new DateSources.Series(
                                1, LocalDate.of(2018, 4, 20), Period.ofMonths(1))),
                            Optional.empty(),
                            PathPattern.find("{year}/{number}"))),
                    true,
                    new TreeMap<>(Map.of("date", "issued")),
                    SlugPattern.find("{name}-{year}"),
                    new TemplateRules(
                        Generator.JEKYLL,
                        new TreeMap<>(Map.of(
                            "{% include sponsor.html %}", "By [Acme](https://acme.example/).")))),
                OwnFiles.NONE),
            Optional.empty(),
            List.of(),
            new MediaRules(Map.of("/images/", "../static/images"), 200_000),
            new FeedRules(
                new FeedWindow(10, 50, 200_000),
                List.of(),
                FeedRules.ItemLink.PAGE,
                true,
                true,
                true,
                2),
            List.of(),
            Masthead.Additions.NONE,
            PushSettings.NONE));
    assertThat(reading.server())
        .isEqualTo(Map.of(
            "host",
            "127.0.0.1",
            "port",
            "9000",
            "base-url",
            "https://server.example.org/",
            "scan-interval",
            "5s",
            "feed-max-age",
            "30m",
            "memory",
            "32M",
            "poll-limit",
            "60",
            "behind-proxy",
            "on"));
  }

  @Nested
  final class Defaults {
    @Test
    void areTheseValues() {
      assertThat(PublicationSettings.DEFAULT)
          .isEqualTo(new PublicationSettings(
              "Newsletter",
              "",
              Optional.empty(),
              Optional.empty(),
              "en",
              ZoneOffset.UTC,
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              true,
              Optional.empty(),
              SectionVocabulary.EMPTY,
              FileRules.NONE,
              Optional.empty(),
              List.of(),
              MediaRules.NONE,
              FeedRules.DEFAULT,
              List.of(),
              Masthead.Additions.NONE,
              PushSettings.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "\uFEFF", "~", "{}"})
    void applyToFileWithoutSettings(String yaml) {
      assertThat(read(yaml)).isEqualTo(SettingsFile.read(new byte[0]));
    }

    @Test
    void applyToKeysWithoutValue() {
      SettingsFile reading = read("""
          title:
          description: ~
          base-url:
          id:
          language:
          time-zone:
          authors:
          icon:
          logo:
          copyright:
          sections:
          ignore:
          window:
          server:
          """);

      assertThat(reading).isEqualTo(SettingsFile.read(new byte[0]));
    }

    @Test
    void applyToKeysThatAreLeftOut() {
      assertThat(read("window:\n  items: 7\n")
              .settings()
              .map(settings -> settings.feeds().window()))
          .contains(new FeedWindow(20, 7, 500_000));
    }

    @Test
    void serve() {
      Masthead masthead = read("").settings().orElseThrow().rules(LOCAL).masthead();

      assertThat(masthead.title()).isEqualTo("Newsletter");
      assertThat(masthead.baseUri()).isEqualTo(LOCAL);
      assertThat(masthead.tag()).isEqualTo("tag:localhost,2005");
    }
  }

  @Nested
  final class InFolder {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void areRead() {
      new IssueFiles(folder).given("offprint.yaml", "title: Runbook Weekly\r\nlanguage: de\r\n");

      assertThat(SettingsFile.read(folder).settings()).hasValueSatisfying(settings -> {
        assertThat(settings.title()).isEqualTo("Runbook Weekly");
        assertThat(settings.language()).isEqualTo("de");
      });
    }

    @Test
    void areDefaultsWithoutFile() {
      assertThat(SettingsFile.read(folder)).isEqualTo(SettingsFile.read(new byte[0]));
    }

    @Test
    void areProblemWhenTheFileIsFolder() {
      new IssueFiles(folder).given("offprint.yaml/a.md", "x");

      SettingsFile reading = SettingsFile.read(folder);

      assertThat(reading.settings()).isEmpty();
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.file()).isEqualTo("offprint.yaml");
        assertThat(problem.message()).contains("cannot be read");
      });
    }
  }

  @Nested
  final class BaseUrlOfRules {
    private final PublicationSettings settings =
        read("base-url: https://file.example.org/weekly/").settings().orElseThrow();

    @Test
    void isTheServersFirst() {
      URI server = URI.create("https://server.example.org/");

      assertThat(masthead(settings, Optional.of(server)).baseUri()).isEqualTo(server);
    }

    @Test
    void isTheFilesNext() {
      assertThat(masthead(settings, Optional.empty()).baseUri())
          .hasToString("https://file.example.org/weekly/");
    }

    @Test
    void givesItsHostAndPathToIdsWhereTheFileNamesNone() {
      assertThat(masthead(settings, Optional.empty()).tag())
          .isEqualTo("tag:file.example.org,2005:weekly");
    }

    @Test
    void leavesIdsAloneThatTheFileNames() {
      PublicationSettings named = read("id: example.org,2010").settings().orElseThrow();

      assertThat(masthead(named, Optional.empty()).tag()).isEqualTo("tag:example.org,2010");
    }

    @Test
    void completesIconAndLogo() {
      PublicationSettings pictured = read("icon: icon.png\nlogo: https://cdn.example.org/l.png\n")
          .settings()
          .orElseThrow();
      Masthead masthead =
          masthead(pictured, Optional.of(URI.create("https://example.org/weekly/")));

      assertThat(masthead.icon()).contains(URI.create("https://example.org/weekly/icon.png"));
      assertThat(masthead.logo()).contains(URI.create("https://cdn.example.org/l.png"));
    }

    private Masthead masthead(PublicationSettings read, Optional<URI> server) {
      Map<String, String> flags =
          server.map(url -> Map.of("base-url", url.toString())).orElse(Map.of());
      URI base = GivenSettings.ofServer(flags, Map.of(), Map.of()).baseUri(read);
      return read.rules(base).masthead();
    }
  }

  @Nested
  final class Values {
    @ParameterizedTest
    @CsvSource({
      "title: \"Run\\u0007book\\u0000 Weekly\", Runbook Weekly",
      "title: Run\u0001book Weekly, Runbook Weekly",
      "title: \"  Runbook  \", Runbook",
      "title: 2026, 2026",
      "title: no, no",
      "title: C# & <b>, C# & <b>"
    })
    void ofTitleAreTextThatXmlAllows(String yaml, String title) {
      assertThat(read(yaml).settings().map(PublicationSettings::title)).contains(title);
    }

    @ParameterizedTest
    @CsvSource({"UTC, UTC", "Europe/London, Europe/London", "'\"+01:00\"', +01:00", "Z, Z"})
    void ofTimeZoneAreNamesAndOffsets(String text, String zone) {
      assertThat(read("time-zone: " + text).settings().map(PublicationSettings::zone))
          .contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({"no, no", "EN-gb, en-GB", "zh-Hant-TW, zh-Hant-TW", "de-AT, de-AT"})
    void ofLanguageAreTags(String text, String tag) {
      assertThat(read("language: " + text).settings().map(PublicationSettings::language))
          .contains(tag);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "tag:example.org,2010|tag:example.org,2010",
          "example.org,2010|tag:example.org,2010",
          "tag:mara@example.org,2010-01-31|tag:mara@example.org,2010-01-31"
        })
    void ofIdAreAuthorityAndYear(String text, String tag) {
      assertThat(read("id: " + text).settings().flatMap(PublicationSettings::tag))
          .contains(tag);
    }

    @Test
    void ofListsMayStandAlone() {
      PublicationSettings settings = read("""
          authors: Mara
          ignore: drafts/**
          sections:
            - key: tools
              title: Tools
              headings: Tool*
          """).settings().orElseThrow();

      assertThat(settings.authors()).containsExactly(Author.of("Mara"));
      assertThat(settings.files().ignored())
          .extracting(Glob::toString)
          .containsExactly("drafts/**");
      assertThat(settings.vocabulary().rules())
          .singleElement()
          .satisfies(rule -> assertThat(rule.headings()).containsExactly("Tool*"));
    }

    @Test
    void ofItemsSayHowASectionIsCutAndWhetherItHasAFeed() {
      SectionVocabulary vocabulary =
          read("sections: [{key: tools, items: list}, {key: bye, skip: true}, {key: news}]")
              .settings()
              .orElseThrow()
              .vocabulary();

      assertThat(vocabulary.rules())
          .extracting(SectionVocabulary.Rule::isSkipped)
          .containsExactly(false, true, false);
      assertThat(Stream.of("tools", "bye", "other").map(vocabulary::itemsUnder))
          .containsExactly(ItemRule.LIST, ItemRule.AUTO, ItemRule.AUTO);
    }

    @Test
    void ofItemsMustBeKnown() {
      assertThat(read("sections: [{key: tools, items: lines}]").problems())
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .contains("auto, headings, list, paragraphs or none");
    }

    @Test
    void ofASponsoredSectionCannotSkipIt() {
      assertThat(read("sections: [{key: ads, kind: sponsored, skip: true}]").problems())
          .singleElement()
          .extracting(Problem::message)
          .asString()
          .contains("cannot be skipped");
    }

    @Test
    void ofHeadingsAreTheTitleWhereThereAreNone() {
      assertThat(read("sections: [{key: tools, title: Tools and toys}]")
              .settings()
              .orElseThrow()
              .vocabulary()
              .find("TOOLS AND TOYS"))
          .isPresent();
    }
  }
}
