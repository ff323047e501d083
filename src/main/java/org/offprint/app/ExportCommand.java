package org.offprint.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offprint.issue.Issue;
import org.offprint.publication.FolderListing;
import org.offprint.publication.PublishedIssue;
import org.offprint.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code offprint export FOLDER OUT}. */
@Command(
    name = ExportCommand.NAME,
    header = "Writes all pages and feeds of a folder of issues as files, for static hosting.",
    description = "What has not changed since the last export is not touched, and what is gone is"
        + " removed; files that no export wrote stay as they are.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  offprint export ~/newsletter/issues public",
      "  offprint export issues public --base-url https://news.example.org/",
      "  offprint export issues /srv/www/news --server-files nginx --strict"
    })
final class ExportCommand implements Callable<Integer> {
  static final String NAME = "export";

  /** Hardly anything is asked for twice. */
  private static final long BYTES_REMEMBERED = 4L << 20;

  private final Map<String, String> environment;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FOLDER", description = "the folder of issues")
  private Path folder = Path.of("issues");

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "where the files go: a new or empty folder, or that of an earlier export")
  private Path out = Path.of("public");

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "the address that readers use (default: the base-url in offprint.yaml)")
  private @Nullable String baseUrl;

  @Option(
      names = "--server-files",
      paramLabel = "HOST",
      split = ",",
      description = "also write what makes a host send the right types, headers and redirects:"
          + " apache, nginx, netlify (Cloudflare Pages too), github; several with commas"
          + " (default: none)")
  private List<ServerFiles> serverFiles = List.of();

  @Option(
      names = "--strict",
      description = "exit with 1 if an issue or the settings have a problem")
  private boolean isStrict;

  @Option(
      names = "--allow-missing",
      description = "update an export though a file or folder cannot be read, and remove what was"
          + " exported of it (default: refused)")
  private boolean allowsMissing;

  ExportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Application.requireFolder(folder);
    SettingsReading settings = SettingsFile.read(folder);
    BaseUrls base = base(settings);
    FolderReading reading =
        FolderReading.of(folder, settings, base, Clock.systemUTC().instant());
    ExportFolder target = ExportFolder.open(out, folder);
    if (reading.publication().issues().isEmpty() && target.isExport()) {
      throw new SettingsException(
          "%s has no issue to publish, so the export in %s stays as it is; remove that if it is meant"
              .formatted(folder, out));
    }
    if (target.isExport() && !allowsMissing) {
      requireAll(reading);
    }
    Site site = new Site(
        reading.publication(), reading.settings().feeds(), BYTES_REMEMBERED, Optional.empty());
    Export.Outcome outcome = new Export(site, hosts()).to(target);
    tell(reading, outcome);
    boolean isBad =
        !outcome.failed().isEmpty() || (isStrict && !reading.problems().isEmpty());
    return isBad ? CommandLineInterface.PROBLEMS_FOUND : 0;
  }

  /** Pages and entries that readers have must not go because of a slip in a file. */
  private void requireAll(FolderReading reading) {
    Set<String> understood = Stream.concat(
            reading.publication().issues().stream().map(PublishedIssue::issue),
            reading.publication().heldBack().stream())
        .map(Issue::file)
        .collect(Collectors.toSet());
    reading.problems().stream()
        .filter(problem -> !understood.contains(problem.file()))
        .filter(problem -> !problem.file().equals(FolderListing.SETTINGS_FILE))
        .findFirst()
        .ifPresent(problem -> {
          throw new SettingsException(
              "%s/%s; the export in %s stays as it is: mend that, or give --allow-missing to leave it out"
                  .formatted(folder, Printable.of(problem.toString()), out));
        });
  }

  /** Links must lead to where the files will be: nobody but the publisher knows. */
  private BaseUrls base(SettingsReading settings) {
    PublicationSettings publication = settings.orThrow(folder);
    Map<String, String> flags =
        Optional.ofNullable(baseUrl).map(url -> Map.of("base-url", url)).orElse(Map.of());
    Optional<URI> server =
        ServerSettings.of(flags, environment, settings.server()).baseUrl();
    URI base = server
        .or(publication::baseUrl)
        .orElseThrow(() -> new SettingsException(
            "an export needs the address that readers use; set base-url in %s/%s, or give --base-url"
                .formatted(folder, FolderListing.SETTINGS_FILE)));
    return new BaseUrls(Optional.of(base), base);
  }

  private Set<ServerFiles> hosts() {
    Set<ServerFiles> hosts = EnumSet.noneOf(ServerFiles.class);
    hosts.addAll(serverFiles);
    return hosts;
  }

  private void tell(FolderReading reading, Export.Outcome outcome) {
    PrintWriter err = spec.commandLine().getErr();
    reading.problems().forEach(problem -> err.println(Printable.of(folder + "/" + problem)));
    outcome.failed().forEach(failure -> err.println("offprint: " + Printable.of(failure)));
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s: %d written, %d unchanged, %d removed, %d problems%n",
            out,
            outcome.written(),
            outcome.unchanged(),
            outcome.removed(),
            reading.problems().size());
  }
}
