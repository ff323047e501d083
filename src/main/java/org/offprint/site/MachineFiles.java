package org.offprint.site;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.format.OpenSearchRenderer;
import org.offprint.format.OpmlRenderer;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;

/**
 * Serves the files for programs that are no feeds: the list of feeds as OPML, Markdown of sections and a guide to it,
 * the description of the search, and the files for crawlers.
 *
 * @param publication the issues
 * @param feeds the feeds that they list
 * @param markdown writes Markdown
 * @param sitemap lists the pages for people
 */
record MachineFiles(
    Publication publication, FeedAssembler feeds, MarkdownFiles markdown, Sitemap sitemap)
    implements Resource {
  private static final String TEXT = "text/plain";

  @Override
  public Stream<String> paths() {
    return Stream.of(
            markdown.paths(),
            Stream.of(FeedFormat.values()).map(PageRenderer::directoryPath),
            Stream.of(Addresses.GUIDE),
            sitemap.paths(),
            Stream.of(Addresses.ROBOTS))
        .flatMap(part -> part);
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return switch (path) {
      case Addresses.ROBOTS -> file(TEXT, () -> RobotsFile.write(publication));
      case Addresses.GUIDE -> file(TEXT, markdown::guide);
      case Addresses.OPEN_SEARCH ->
        feeds.hasSearch()
            ? file(
                OpenSearchRenderer.MEDIA_TYPE,
                () -> OpenSearchRenderer.render(publication.masthead()))
            : Optional.empty();
      default ->
        opml(path)
            .or(() -> markdown.find(path).flatMap(bytes -> file(MarkdownFiles.MEDIA_TYPE, bytes)))
            .or(() -> sitemap.find(path).flatMap(bytes -> file(Sitemap.MEDIA_TYPE, bytes)));
    };
  }

  private Optional<Supplier<Representation>> opml(String path) {
    return Stream.of(FeedFormat.values())
        .filter(format -> PageRenderer.directoryPath(format).equals(path))
        .findFirst()
        .flatMap(format -> file(
            OpmlRenderer.MEDIA_TYPE,
            () -> OpmlRenderer.render(publication.masthead(), feeds.directory(), format)));
  }

  private static Optional<Supplier<Representation>> file(String mediaType, Supplier<byte[]> bytes) {
    return Optional.of(() -> Representation.ofFile(mediaType, bytes.get(), Optional.empty()));
  }
}
