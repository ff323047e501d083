package org.offprint.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.publication.Addresses;
import org.offprint.publication.PreviewAddresses;
import org.offprint.publication.Publication;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;

/** {@code offprint preview FILE}. */
final class PreviewCommand implements Command {
  static final String NAME = "preview";

  private static final String BASE_URL = "base-url";

  private final Map<String, String> environment;

  PreviewCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Prints a secret address at which a server shows one issue before it is published.",
        "The server needs the same key as this command, in the variable "
            + ServerSettings.PREVIEW_KEY
            + ", and the same folder. Who knows the address can read the issue; it stays the same until"
            + " the key or the name of the issue changes, and leads to the issue once that is published.",
        List.of(FileInFolder.FILE),
        List.of(
            FileInFolder.option(),
            Usage.option(
                BASE_URL, "URL", "the address of the server (default: base-url of the settings)")),
        List.of("offprint preview issues/2026-02-01-140.md"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    FileInFolder file = FileInFolder.of(given);
    SettingsFile settings = SettingsFile.read(file.folder());
    ServerSettings.Sources sources = new ServerSettings.Sources(
        given.value(BASE_URL).map(url -> Map.of(BASE_URL, url)).orElse(Map.of()),
        environment,
        settings.server());
    PreviewAddresses addresses = sources
        .previews()
        .orElseThrow(() -> new SettingsException(
            "%s is not set; set it to the key that the server has, such as the output of \"openssl rand -hex 16\""
                .formatted(ServerSettings.PREVIEW_KEY)));
    PublicationSettings newsletter = settings.orThrow(file.folder());
    URI base = ServerSettings.of(sources).baseUri(newsletter);
    Publication publication = FolderCommand.Reading.of(
            file.folder(), settings, base, Clock.systemUTC().instant())
        .publication();
    Optional<Issue> heldBack = publication.heldBack().stream()
        .filter(issue -> issue.file().equals(file.name()))
        .findFirst();
    if (heldBack.isPresent()) {
      out.println(publication.addresses().of(addresses.path(heldBack.get())));
      return 0;
    }
    throw new SettingsException(reason(file.name(), publication));
  }

  /** Returns why a file has no secret address, and what to do. */
  private static String reason(String file, Publication publication) {
    if (publication.pagesHeldBack().stream().anyMatch(page -> page.file().equals(file))) {
      return "%s is a page of \"pages\", and only issues have secret addresses; \"offprint serve --drafts\" shows it"
          .formatted(file);
    }
    return Stream.concat(
            publication.issues().stream().map(issue -> Map.entry("an issue", issue.issue())),
            publication.pages().stream()
                .map(page -> Map.entry("a page of \"pages\"", page.issue())))
        .filter(entry -> entry.getValue().file().equals(file))
        .findFirst()
        .map(entry -> "%s is %s that is published already; everybody can read it at %s"
            .formatted(
                file, entry.getKey(), publication.addresses().of(Addresses.path(entry.getValue()))))
        .orElseGet(() -> "%s is no issue as it is; see \"offprint explain\"".formatted(file));
  }
}
