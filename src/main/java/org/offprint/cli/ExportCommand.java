package org.offprint.cli;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.app.Application;
import org.offprint.export.Export;
import org.offprint.export.ExportFolder;
import org.offprint.export.HostFiles;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.publication.PublishedIssue;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.TerminalSafe;
import org.offprint.site.Site;
import org.offprint.site.SiteHooks;

/** {@code offprint export FOLDER OUT}. */
final class ExportCommand implements Command {
  static final String NAME = "export";

  private static final String BASE_URL = "base-url";
  private static final String SERVER_FILES = "server-files";
  private static final String ALLOW_MISSING = "allow-missing";

  /** Few paths are rendered twice. */
  private static final long BYTES_REMEMBERED = 4L << 20;

  private final Map<String, String> environment;

  ExportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Writes all pages and feeds of a folder of issues as files, for static hosting.",
        "What has not changed since the last export is not touched, and what is gone is removed;"
            + " files that no export wrote stay as they are.",
        List.of(
            new Usage.Argument("FOLDER", "the folder of issues", true),
            new Usage.Argument(
                "OUT",
                "where the files go: a new or empty folder, or that of an earlier export",
                true)),
        List.of(
            Usage.option(
                BASE_URL,
                "URL",
                "the address that readers use (default: the base-url in offprint.yaml)"),
            Usage.option(
                SERVER_FILES,
                "HOST",
                "also write the files that make a host send the right types, headers and redirects:"
                    + " netlify (Cloudflare Pages too), github; several with commas (default:"
                    + " none)"),
            Usage.flag(
                FolderCommand.STRICT, "exit with 1 if an issue or the settings have a problem"),
            Usage.flag(
                ALLOW_MISSING,
                "update an export though a file or folder cannot be read, and remove what was"
                    + " exported of it (default: refused)")),
        List.of(
            "offprint export ~/newsletter/issues public",
            "offprint export issues public --base-url https://news.example.org/",
            "offprint export issues public --server-files netlify --strict"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    try {
      return export(given, out, err);
    } catch (ExportFolder.RefusedException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  private int export(ParsedArguments given, PrintWriter out, PrintWriter err) {
    Path folder = given.folder();
    Path place = ParsedArguments.folder(given.argument(1));
    Set<HostFiles> hosts = hosts(given.values(SERVER_FILES));
    Application.requireFolder(folder);
    SettingsFile settings = SettingsFile.read(folder);
    URI base = base(folder, settings, given.value(BASE_URL));
    FolderCommand.Reading reading =
        FolderCommand.Reading.of(folder, settings, base, Clock.systemUTC().instant());
    ExportFolder target = ExportFolder.open(place, folder);
    if (reading.publication().issues().isEmpty() && target.isExport()) {
      throw new SettingsException(
          "%s has no issue to publish, so the export in %s stays as it is; remove that if it is meant"
              .formatted(folder, place));
    }
    if (target.isExport() && !given.has(ALLOW_MISSING)) {
      firstMissing(reading).ifPresent(problem -> {
        throw new SettingsException(
            "%s/%s; the export in %s stays as it is: mend that, or give --allow-missing to leave it out"
                .formatted(folder, TerminalSafe.of(problem.toString()), place));
      });
    }
    Site site = new Site(
        reading.publication(),
        reading.settings().feeds(),
        BYTES_REMEMBERED,
        Optional.empty(),
        SiteHooks.FILES);
    List<Problem> errors = reading.problems().stream().filter(Problem::isError).toList();
    Export.Outcome outcome = new Export(site, hosts).to(target);
    Problem.summedUp(errors)
        .forEach(problem -> err.println(TerminalSafe.of(problem.under(folder.toString()))));
    outcome.failed().forEach(failure -> err.println("offprint: " + TerminalSafe.of(failure)));
    out.printf(
        Locale.ROOT,
        "%s: %d written, %d unchanged, %d removed, %s%n",
        place,
        outcome.written(),
        outcome.unchanged(),
        outcome.removed(),
        Problem.count(errors));
    boolean isBad =
        !outcome.failed().isEmpty() || (given.has(FolderCommand.STRICT) && !errors.isEmpty());
    return isBad ? CommandLineInterface.PROBLEMS_FOUND : 0;
  }

  /** Finds an issue that cannot be read: a slip in a file must not remove pages and entries that readers have. */
  private static Optional<Problem> firstMissing(FolderCommand.Reading reading) {
    Set<String> understood = Stream.concat(
            reading.publication().issues().stream().map(PublishedIssue::issue),
            reading.publication().heldBack().stream())
        .map(Issue::file)
        .collect(Collectors.toSet());
    return reading.problems().stream()
        .filter(Problem::isError)
        .filter(problem -> !understood.contains(problem.file()))
        .filter(problem -> !problem.file().equals(Folder.SETTINGS_FILE))
        .findFirst();
  }

  /** Returns the address of the files, which only the publisher knows. */
  private URI base(Path folder, SettingsFile settings, Optional<String> flag) {
    PublicationSettings publication = settings.orThrow(folder);
    Map<String, String> flags = flag.map(url -> Map.of(BASE_URL, url)).orElse(Map.of());
    Optional<URI> server = ServerSettings.of(
            new ServerSettings.Sources(flags, environment, settings.server()))
        .baseUrl();
    return server
        .or(publication::baseUrl)
        .orElseThrow(() -> new SettingsException(
            "an export needs the address that readers use; set base-url in %s/%s, or give --base-url"
                .formatted(folder, Folder.SETTINGS_FILE)));
  }

  private static Set<HostFiles> hosts(List<String> given) {
    Set<HostFiles> hosts = EnumSet.noneOf(HostFiles.class);
    given.stream()
        .flatMap(list -> Stream.of(list.split(",", -1)))
        .map(ExportCommand::host)
        .forEach(hosts::add);
    return hosts;
  }

  private static HostFiles host(String name) {
    return Stream.of(HostFiles.values())
        .filter(host -> host.toString().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> new SettingsException("--%s: there is no host \"%s\"; use %s"
            .formatted(
                SERVER_FILES,
                TerminalSafe.of(name),
                Stream.of(HostFiles.values())
                    .map(HostFiles::toString)
                    .collect(Collectors.joining(", ")))));
  }
}
