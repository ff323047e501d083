package org.offprint.site;

import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.page.Asset;
import org.offprint.page.PageRenderer;
import org.offprint.publication.Publication;

/** Lists what a site offers of its own accord, each path once, before those that link to it. */
record SitePaths(Publication publication, FeedAssembler feeds, PagesAndFiles besides) {
  /** What the feeds of the directory select, each once, in its order. */
  static Stream<FeedScope> scopes(FeedAssembler feeds) {
    return feeds.directory().stream()
        .flatMap(group -> group.feeds().stream())
        .map(FeedListing::scope)
        .distinct();
  }

  Stream<String> all() {
    return Stream.of(
            besides.assets(),
            favicons(),
            issues().flatMap(page -> Stream.of(page, page + PagesAndFiles.MARKDOWN)),
            documents(),
            Stream.of(Site.OLD_GENERATORS_FEED),
            scopes(feeds)
                .filter(scope -> !scope.equals(FeedScope.WHOLE))
                .map(scope -> scope.page() + PagesAndFiles.MARKDOWN),
            besides.archive(),
            scopes(feeds).flatMap(this::pages),
            Stream.of(FeedFormat.values()).map(PageRenderer::directoryPath),
            Stream.of(FeedAssembler.DIRECTORY, MarkdownFiles.GUIDE),
            new Sitemap(this).paths(),
            Stream.of(RobotsFile.PATH))
        .flatMap(part -> part);
  }

  /** The pages for people, each once, the home page first. */
  Stream<String> pages() {
    return Stream.of(
            scopes(feeds).map(FeedScope::page),
            Stream.of(FeedAssembler.DIRECTORY),
            issues(),
            besides.archiveOnce())
        .flatMap(part -> part);
  }

  private Stream<String> issues() {
    return publication.issues().stream()
        .map(published -> PagesAndFiles.ISSUES + published.issue().slug());
  }

  /** The publisher's own icon takes the place of ours. */
  private Stream<String> favicons() {
    return publication.masthead().icon().isPresent()
        ? Stream.of(Asset.ICO.path())
        : Asset.FAVICONS.stream().map(Asset::path);
  }

  private Stream<String> pages(FeedScope scope) {
    return scope.equals(FeedScope.WHOLE) ? Stream.of(scope.page()) : besides.pagesOf(scope);
  }

  private Stream<String> documents() {
    return scopes(feeds).flatMap(scope -> feeds.documents(scope).stream()).map(FeedAddress::path);
  }
}
