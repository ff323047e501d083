package org.offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Site;
import org.offprint.testing.HostileIssues;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestSites;

/** The sites whose feeds are held against the rules: made up ones, and one of real issues. */
public final class CheckedSites {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final URI BASE = URI.create("https://news.example.org/");

  private CheckedSites() {}

  /**
   * A site.
   *
   * @param name what to call it in a message
   * @param site what it serves
   */
  public record Named(String name, Site site) {}

  /** Every golden case; each is read only when it is asked for. */
  public static Stream<Named> golden() {
    return GoldenCase.all().map(golden -> new Named(golden.toString(), golden.site()));
  }

  /**
   * A newsletter that came out every week for so long that its archive has several documents, with views.
   *
   * @param folder an empty one, where its issues are written
   */
  public static Named longRun(Path folder) {
    IssueFiles files = new IssueFiles(folder).given(Folder.SETTINGS_FILE, """
        title: Long run
        authors: [Ada]
        sections:
          - key: sponsor
            title: Sponsor
            kind: sponsored
            headings: [Sponsor]
        views:
          - key: editorial
            title: Editorial
            description: What nobody paid for
            except: [sponsor]
          - key: links
            title: Links
            sections: [news, tools]
            lens: items
        """);
    for (int number = 1; number <= 130; number++) {
      LocalDate day = LocalDate.of(2022, 1, 2).plusWeeks(number);
      files.givenIssue(
          "%s-%d.md".formatted(day, number), "Issue " + number, day.toString(), """
          A word before.

          # Sponsor

          [Buy %1$d](https://example.org/buy/%1$d) of it.

          # News

          [Something %1$d](https://example.org/news/%1$d) happened.

          [Something else %1$d](https://example.org/else/%1$d) happened, too.

          # Tools

          [A tool %1$d](https://example.org/tools/%1$d) for this & that.
          """.formatted(
                  number));
    }
    return new Named("long-run", GoldenCase.site(folder));
  }

  /**
   * Returns a newsletter of which most issues mean harm.
   *
   * @param folder an empty one, where its issues are written
   */
  public static Named hostile(Path folder) {
    HostileIssues hostile = new HostileIssues(1);
    IssueFiles files = new IssueFiles(folder);
    for (int number = 1; number <= 120; number++) {
      files.given("hostile-%d.md".formatted(number), hostile.next());
    }
    return new Named("hostile", GoldenCase.site(folder));
  }

  /** The folder of real issues that the variable OFFPRINT_CORPUS names, if there is one. */
  public static Optional<Path> corpus() {
    return Optional.ofNullable(System.getenv("OFFPRINT_CORPUS"))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  /** Every newsletter of a folder of real issues; each is read only when it is asked for. */
  public static Stream<Named> of(Path corpus) {
    return Stream.concat(
        Stream.of("devops-weekly", "seeds").map(name -> named(corpus, name, vocabulary())),
        Stream.of("other/devopsish", "other/twir")
            .map(name -> named(corpus, name, PublicationSettings.DEFAULT)));
  }

  private static Named named(Path corpus, String name, PublicationSettings settings) {
    Path folder = corpus.resolve(name);
    Publication publication = new PublicationLoader(folder)
        .load(
            Folder.scan(folder, settings.files()),
            settings.rules(settings.baseUrl().orElse(BASE)),
            NOW);
    return new Named(name, TestSites.of(publication, settings.feeds()));
  }

  private static PublicationSettings vocabulary() {
    try (InputStream file = CheckedSites.class.getResourceAsStream("/corpus/offprint.yaml")) {
      return SettingsFile.read(Objects.requireNonNull(file).readAllBytes())
          .settings()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
