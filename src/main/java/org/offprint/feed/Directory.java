package org.offprint.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offprint.publication.Facet;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.Wording;

/** Lists the feeds that a publication offers. */
final class Directory {
  private final Publication publication;
  private final FeedRules rules;
  private final Selections selections;
  private final Wording words;

  Directory(Publication publication, FeedRules rules, Selections selections) {
    this.publication = publication;
    this.rules = rules;
    this.selections = selections;
    this.words = publication.masthead().wording();
  }

  List<FeedListing.FeedGroup> groups() {
    List<FeedListing.FeedGroup> groups = new ArrayList<>();
    add(groups, words.say("group.everything"), lenses(Stream.of(FeedScope.whole())));
    add(
        groups,
        words.say("group.sections"),
        lenses(selections.listed().stream().map(Section::key).map(FeedScope::of)));
    // A feed of its items would be the feed of all items again.
    add(
        groups,
        words.say("group.withoutSponsors"),
        withoutSponsors().stream().flatMap(scope -> find(scope, Lens.ISSUES).stream()));
    add(
        groups,
        words.say("group.views"),
        lenses(rules.views().stream().map(FeedRules.FeedView::scope)));
    add(groups, words.say("group.authors"), lenses(faceted(Facet.AUTHOR)));
    add(groups, words.say("group.languages"), lenses(faceted(Facet.LANGUAGE)));
    add(groups, words.say("group.tags"), lenses(faceted(Facet.TAG)));
    return groups;
  }

  private Stream<FeedScope> faceted(Facet facet) {
    return publication.facets().listed(facet).stream()
        .map(value -> FeedScope.of(facet, value.key()));
  }

  List<FeedListing.FeedGroup> toImport() {
    List<FeedListing.FeedGroup> groups = new ArrayList<>();
    Set<SectionKey> recurring = selections.recurring();
    add(
        groups,
        words.say("group.sections"),
        publication.sections().stream()
            .filter(section -> recurring.contains(section.key()))
            .flatMap(section -> find(FeedScope.of(section.key()), Lens.ITEMS).stream()));
    if (groups.isEmpty()) {
      add(groups, words.say("group.everything"), find(FeedScope.whole(), Lens.ISSUES).stream());
    }
    return groups;
  }

  private void add(List<FeedListing.FeedGroup> groups, String title, Stream<FeedListing> listings) {
    List<FeedListing> feeds = listings.toList();
    if (!feeds.isEmpty()) {
      groups.add(new FeedListing.FeedGroup(title, feeds));
    }
  }

  private Stream<FeedListing> lenses(Stream<FeedScope> scopes) {
    return scopes.flatMap(this::lenses);
  }

  /** Returns the feeds of a scope in both lenses, its own lens first. */
  Stream<FeedListing> lenses(FeedScope scope) {
    Lens other = scope.ownLens() == Lens.ISSUES ? Lens.ITEMS : Lens.ISSUES;
    return Stream.of(scope.ownLens(), other).flatMap(lens -> find(scope, lens).stream());
  }

  Optional<FeedListing> find(FeedScope scope, Lens lens) {
    return selections.find(scope).map(selection -> FeedListing.of(publication, selection, lens));
  }

  private Optional<FeedScope> withoutSponsors() {
    List<SectionKey> sponsored = publication.sections().stream()
        .filter(Section::isSponsored)
        .map(Section::key)
        .toList();
    return sponsored.isEmpty() || sponsored.size() > FeedScope.MOST_SECTIONS
        ? Optional.empty()
        : Optional.of(FeedScope.except(sponsored));
  }
}
