package org.offprint.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.publication.Facet;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;

/** Finds the selections of scopes in one publication. */
final class Selections {
  /**
   * The number of sections that can be combined, the first ones. It limits the number of feeds that URLs can ask for if
   * every heading is a section.
   */
  private static final int MOST_COMBINED = 24;

  private final Publication publication;
  private final FeedRules rules;

  Selections(Publication publication, FeedRules rules) {
    this.publication = publication;
    this.rules = rules;
  }

  /**
   * Returns the sections of listings: those of the vocabulary, and others that recur. While there are fewer issues than
   * that takes, none can recur, and the first ones are listed.
   */
  List<Section> listed() {
    Set<Section> named = publication.vocabulary().rules().stream()
        .map(SectionVocabulary.Rule::section)
        .collect(Collectors.toSet());
    Set<SectionKey> recurring = recurring();
    boolean isYoung = publication.issues().size() < rules.listedFrom();
    return publication.sections().stream()
        .filter(section -> isYoung || named.contains(section) || recurring.contains(section.key()))
        .limit(isYoung ? named.size() + MOST_COMBINED : Long.MAX_VALUE)
        .toList();
  }

  /** Counts all issues, and so is only for lists: each save makes new selections. */
  Set<SectionKey> recurring() {
    Map<SectionKey, Integer> counts = new HashMap<>();
    publication.issues().stream()
        .flatMap(issue -> issue.sections().stream())
        .forEach(own -> counts.merge(own.section().key(), 1, Integer::sum));
    counts.values().removeIf(count -> count < rules.listedFrom());
    return counts.keySet();
  }

  /** Finds a selection; empty if the publication lacks a section or view of the scope, and for searches. */
  Optional<Selection> find(FeedScope scope) {
    if (scope instanceof FeedScope.Sections some) {
      return known(some.keys())
          .map(sections -> keeping(scope, publishers(titles(sections)), some.keys()));
    }
    if (scope instanceof FeedScope.Except others) {
      return known(others.keys())
          .map(sections -> leavingOut(scope, allBut(titles(sections)), others.keys()));
    }
    if (scope instanceof FeedScope.View view) {
      return rules.findView(view.key()).map(this::ofView);
    }
    if (scope instanceof FeedScope.Faceted faceted) {
      return publication
          .facets()
          .find(faceted.facet(), faceted.key())
          .map(value -> ofFacet(faceted, value));
    }
    return scope instanceof FeedScope.Whole
        ? Optional.of(leavingOut(scope, FeedListing.BilingualTitle.NOTHING, List.of()))
        : Optional.empty();
  }

  /** Returns the selection of a search, which is by items alone. */
  Selection of(FeedScope.Search search) {
    return leavingOut(search, ours("feed.search", search.query()), List.of());
  }

  private Optional<List<Section>> known(List<SectionKey> keys) {
    List<Section> known = keys.size() == 1
        ? publication.findSection(keys.get(0)).stream().toList()
        : Stream.concat(listed().stream(), publication.sections().stream())
            .distinct()
            .limit(MOST_COMBINED)
            .filter(section -> keys.contains(section.key()))
            .toList();
    return known.size() == keys.size() ? Optional.of(known) : Optional.empty();
  }

  /** Returns the sections of listings that can be combined. */
  List<Section> combinable() {
    return listed().stream().limit(MOST_COMBINED).toList();
  }

  private static String titles(List<Section> sections) {
    return sections.stream().map(Section::title).collect(Collectors.joining(", "));
  }

  private static FeedListing.BilingualTitle publishers(String words) {
    return new FeedListing.BilingualTitle("", words);
  }

  private FeedListing.BilingualTitle allBut(String titles) {
    return ours("feed.except", titles);
  }

  private FeedListing.BilingualTitle ours(String key, String publishers) {
    return new FeedListing.BilingualTitle(
        publication.masthead().wording().say(key) + " ", publishers);
  }

  /** Describes a view by the publisher's words, else by the titles of its sections; empty if it has all. */
  FeedListing.BilingualTitle held(FeedRules.FeedView view) {
    if (!view.description().isEmpty()) {
      return publishers(view.description());
    }
    String others = titlesOf(view.chosen().leftOut());
    return others.isEmpty() ? publishers(titlesOf(view.chosen().kept())) : allBut(others);
  }

  private String titlesOf(List<SectionKey> keys) {
    return titles(
        keys.stream().map(publication::findSection).flatMap(Optional::stream).toList());
  }

  private Selection ofView(FeedRules.FeedView view) {
    FeedRules.Chosen chosen = view.chosen();
    Selection selection = chosen.kept().isEmpty()
        ? leavingOut(view.scope(), publishers(view.title()), chosen.leftOut())
        : keeping(view.scope(), publishers(view.title()), chosen.kept());
    return new Selection(
        selection.scope(),
        selection.name(),
        view.description().isEmpty() ? selection.description() : view.description(),
        view.window(),
        issue -> chosen.values().entrySet().stream()
            .allMatch(any -> any.getValue().stream()
                .anyMatch(key -> publication.facets().has(issue, any.getKey(), key))),
        selection.sections(),
        selection.hasLead(),
        selection.takesSponsoredItems(),
        view.style());
  }

  private Selection ofFacet(FeedScope.Faceted scope, Facet.Value value) {
    Selection whole = leavingOut(scope, publishers(value.title()), List.of());
    return new Selection(
        scope,
        whole.name(),
        whole.description(),
        whole.window(),
        issue -> publication.facets().has(issue, scope.facet(), scope.key()),
        whole.sections(),
        whole.hasLead(),
        whole.takesSponsoredItems(),
        whole.style());
  }

  private Selection keeping(
      FeedScope scope, FeedListing.BilingualTitle name, List<SectionKey> keys) {
    return new Selection(
        scope,
        name,
        publication.masthead().description(),
        rules.window(),
        issue -> true,
        section -> keys.contains(section.key()),
        false,
        true,
        rules.style());
  }

  private Selection leavingOut(
      FeedScope scope, FeedListing.BilingualTitle name, List<SectionKey> keys) {
    return new Selection(
        scope,
        name,
        publication.masthead().description(),
        rules.window(),
        issue -> true,
        section -> !keys.contains(section.key()),
        true,
        false,
        rules.style());
  }
}
