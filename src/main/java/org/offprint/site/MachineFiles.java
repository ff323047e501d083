package org.offprint.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.format.OpenSearchRenderer;
import org.offprint.format.OpmlRenderer;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;

/**
 * Serves the files that browsers and feed readers fetch by themselves: stylesheet, script and icons, lists of feeds as OPML, the
 * description of the search.
 *
 * @param publication the issues
 * @param feeds the feeds that they list
 * @param assets stylesheet and script
 */
record MachineFiles(Publication publication, FeedAssembler feeds, List<Asset> assets)
    implements Resource {
  @Override
  public Stream<String> paths() {
    // The publisher's own icon takes the place of ours.
    List<Asset> icons =
        publication.masthead().icon().isPresent() ? List.of(Asset.ICO) : Asset.FAVICONS;
    return Stream.concat(
        Stream.of(assets, icons).flatMap(List::stream).map(Asset::path),
        Stream.of(Addresses.DIRECTORY, Addresses.ALL_FEEDS).flatMap(MachineFiles::opmlPaths));
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return path.equals(Addresses.OPEN_SEARCH) && feeds.hasSearch()
        ? Optional.of(() ->
            file(OpenSearchRenderer.MEDIA_TYPE, OpenSearchRenderer.render(publication.masthead())))
        : asset(path)
            .or(() -> opml(Addresses.DIRECTORY, path, feeds::toImport))
            .or(() -> opml(Addresses.ALL_FEEDS, path, feeds::directory));
  }

  private Optional<Supplier<Representation>> asset(String path) {
    return Stream.of(assets, Asset.FAVICONS)
        .flatMap(List::stream)
        .filter(asset -> path.equals(asset.path()) || path.equals(asset.lastingPath()))
        .<Supplier<Representation>>map(asset -> () -> new Representation(
            path.equals(asset.lastingPath()) ? Representation.Kind.FILE : Representation.Kind.ASSET,
            asset.mediaType(),
            asset.bytes(),
            Optional.empty()))
        .findFirst();
  }

  private static Stream<String> opmlPaths(String list) {
    return Stream.of(FeedFormat.values()).map(format -> PageRenderer.opmlPath(list, format));
  }

  private Optional<Supplier<Representation>> opml(
      String list, String path, Supplier<List<FeedListing.FeedGroup>> groups) {
    return Stream.of(FeedFormat.values())
        .filter(format -> PageRenderer.opmlPath(list, format).equals(path))
        .<Supplier<Representation>>map(format -> () -> file(
            OpmlRenderer.MEDIA_TYPE,
            OpmlRenderer.render(publication.masthead(), groups.get(), format)))
        .findFirst();
  }

  private static Representation file(String mediaType, byte[] bytes) {
    return Representation.ofFile(mediaType, bytes);
  }
}
