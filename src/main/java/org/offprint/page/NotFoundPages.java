package org.offprint.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedView;
import org.offprint.publication.Nearest;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/** Makes the page for paths that lead nowhere: it names what there is, and what was meant. Immutable. */
record NotFoundPages(
    Publication publication, FeedAssembler feeds, PageFrames frames, PageLinks links) {
  private static final int MOST_NAMES = 6;
  private static final int MOST_LISTED = 50;
  private static final Pattern COMBINATION =
      Pattern.compile("^/(sections|except)/[^/]*[+ ,]", Pattern.CASE_INSENSITIVE);
  private static final Pattern FEED =
      Pattern.compile("^/(sections|except|views)/([^/.]+)", Pattern.CASE_INSENSITIVE);

  NotFoundPage page(String path) {
    return new NotFoundPage(
        frames.of("Not found: " + publication.masthead().title()),
        COMBINATION.matcher(path).find(),
        meant(path),
        publication.sections().stream().limit(MOST_LISTED).map(this::section).toList(),
        feeds.views().stream().limit(MOST_LISTED).map(this::view).toList(),
        links.of(FeedAssembler.DIRECTORY));
  }

  /** The feed whose name comes nearest to the first one in the path that is none. */
  private Optional<PageLinks.Link> meant(String path) {
    Matcher names = FEED.matcher(path);
    if (!names.find()) {
      return Optional.empty();
    }
    if (names.group(1).equalsIgnoreCase("views")) {
      return nearestView(names.group(2))
          .or(() -> publication.nearestSection(names.group(2)).map(this::section));
    }
    return Stream.of(names.group(2).split("[+ ,]", MOST_NAMES))
        .filter(name -> SectionKey.find(name).flatMap(publication::findSection).isEmpty())
        .findFirst()
        .flatMap(name ->
            publication.nearestSection(name).map(this::section).or(() -> nearestView(name)));
  }

  private Optional<PageLinks.Link> nearestView(String name) {
    return Nearest.of(name, feeds.views(), view -> Stream.of(view.key().value(), view.title()))
        .map(this::view);
  }

  private PageLinks.Link section(Section section) {
    return new PageLinks.Link(section.title(), links.section(section.key()));
  }

  private PageLinks.Link view(FeedView view) {
    return new PageLinks.Link(view.title(), links.of(view.scope().page()));
  }
}
