package org.offprint.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.page.Asset;

/**
 * Serves the files that pages need.
 *
 * @param ofPages stylesheet and script
 * @param favicons the icons of browser tabs
 */
record Assets(List<Asset> ofPages, List<Asset> favicons) implements Resource {
  @Override
  public Stream<String> paths() {
    return Stream.of(ofPages, favicons).flatMap(List::stream).map(Asset::path);
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    return Stream.of(ofPages, Asset.FAVICONS)
        .flatMap(List::stream)
        .filter(asset -> path.equals(asset.path()) || path.equals(asset.lastingPath()))
        .<Supplier<Representation>>map(asset -> () -> new Representation(
            path.equals(asset.lastingPath()) ? Representation.Kind.FILE : Representation.Kind.ASSET,
            asset.mediaType(),
            asset.bytes(),
            Optional.empty()))
        .findFirst();
  }
}
