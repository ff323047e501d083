package org.offprint.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedRules;
import org.offprint.page.PageRenderer;
import org.offprint.publication.PreviewAddresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.SeenFile;

/**
 * Shows issues that are held back at their secret addresses. Nothing of it is cached or in a list.
 *
 * @param publication holds the issues back
 * @param rules of the feeds in which they will be
 * @param addresses check the codes
 * @param hooks has the time, for files
 */
record Previews(
    Publication publication, FeedRules rules, PreviewAddresses addresses, SiteHooks hooks) {
  /** Finds the page of an issue; leads to the real one if it is published. */
  Optional<Answer> find(String path) {
    return addresses
        .find(path)
        .filter(place -> place.file().isEmpty())
        .flatMap(place -> publication
            .findIssue(place.slug())
            .<Answer>map(published -> new Answer.Moved(
                publication.addresses().issue(published.issue()).toString()))
            .or(() -> publication
                .withHeldBack(place.slug())
                .map(future ->
                    new Answer.Found(Representation.ofState(page(future, place.slug()))))));
  }

  private byte[] page(Publication future, String slug) {
    PublishedIssue issue = future.findIssue(slug).orElseThrow();
    FeedAssembler feeds = new FeedAssembler(future, rules);
    String html =
        new String(new PageRenderer(future, feeds).preview(issue), StandardCharsets.UTF_8);
    for (SeenFile file : issue.files()) {
      URI address = publication.addresses().of(file.file().path());
      URI here =
          publication.addresses().of(addresses.path(issue.issue()) + file.file().path());
      html = html.replace("\"" + address + "\"", "\"" + here + "\"");
    }
    return html.getBytes(StandardCharsets.UTF_8);
  }

  /** Opens a file that such an issue brings with it. */
  Optional<SiteFile> findFile(String path) {
    return addresses
        .find(path)
        .flatMap(place -> place
            .file()
            .flatMap(file -> publication
                .withHeldBack(place.slug())
                .filter(future -> future.findIssue(place.slug()).orElseThrow().files().stream()
                    .anyMatch(seen -> seen.file().path().equals(file)))
                .flatMap(
                    future -> new LocalFiles(future, hooks.now(), Optional.empty()).find(file))));
  }
}
