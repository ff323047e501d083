package org.offprint.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/** Makes the home page. Immutable. */
record HomePages(
    Publication publication,
    FeedAssembler feeds,
    PageFrames frames,
    PageLinks links,
    SectionFacts facts) {
  private static final int MOST_RECENT = 10;
  private static final int MOST_SECTIONS = 12;
  private static final int MOST_ITEMS = 4;
  private static final int OPENING_LENGTH = 420;

  HomePage page() {
    List<Section> sections = publication.sections().stream()
        .sorted(Comparator.comparing(Section::isSponsored)
            .thenComparing(own -> facts.issues(own.key()), Comparator.reverseOrder()))
        .limit(MOST_SECTIONS)
        .toList();
    return new HomePage(
        frames.of(
            publication.masthead().title(),
            "/",
            Frame.Card.website("").saying(JsonLd.ofHome(publication.masthead()))),
        publication.masthead().description(),
        about(),
        publication.issues().stream().findFirst().map(this::latest),
        links.feeds(FeedScope.WHOLE, Lens.ISSUES),
        links.feeds(FeedScope.WHOLE, Lens.ITEMS),
        sections.stream().map(this::line).toList(),
        publication.sections().size() - sections.size(),
        feeds.views().stream()
            .map(view -> new HomePage.ViewLine(
                view.title(),
                links.of(view.scope().page()),
                feeds.held(view.scope()),
                links.feeds(view.scope(), view.lens())))
            .toList(),
        publication.issues().stream()
            .skip(1)
            .limit(MOST_RECENT)
            .map(frames::line)
            .toList());
  }

  private String about() {
    int count = publication.issues().size();
    if (count == 0) {
      return "";
    }
    int since = publication.issues().get(count - 1).issue().date().getYear();
    return Stream.of(
            Optional.of(issues(count) + " since " + since), publication.rhythm().map(Rhythm::words))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  static String issues(int count) {
    return count == 1 ? "1 issue" : count + " issues";
  }

  private HomePage.Latest latest(PublishedIssue published) {
    Html opening = published.issue().lead().text().isEmpty()
        ? published.issue().content()
        : published.issue().lead();
    return new HomePage.Latest(
        frames.line(published),
        published.issue().description().orElseGet(() -> opening.excerpt(OPENING_LENGTH)),
        OutlineLine.of(published, links.issue(published), MOST_ITEMS));
  }

  private HomePage.SectionLine line(Section section) {
    Optional<SectionFacts.Facts> own = facts.find(section.key());
    return new HomePage.SectionLine(
        section.title(),
        links.section(section.key()),
        issues(facts.issues(section.key())),
        section.isSponsored(),
        own.flatMap(found -> newest(section, found.newest())),
        links.feeds(FeedScope.of(section.key()), Lens.ISSUES));
  }

  private Optional<HomePage.Newest> newest(Section section, PublishedIssue issue) {
    return issue.sections().stream()
        .filter(has -> has.section().key().equals(section.key()))
        .flatMap(has -> has.items().stream())
        .findFirst()
        .map(item -> new HomePage.Newest(
            item.title(),
            links.issue(issue) + "#" + item.anchor(),
            frames.line(issue).language()));
  }
}
