package org.offprint.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.issue.Item;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/** Makes the documents of all feeds of a publication. Immutable and thread-safe. */
public final class FeedAssembler {
  private final Publication publication;
  private final FeedRules rules;
  private final Selections selections;
  private final Entries entries;
  private final Directory directory;

  /**
   * An issue with content of a scope.
   *
   * @param issue the issue
   * @param parts the selected ones, in the author's order; may be empty if the scope has the lead
   */
  public record SelectedIssue(PublishedIssue issue, List<PublishedIssue.PlacedPart> parts) {
    public SelectedIssue {
      parts = List.copyOf(parts);
    }
  }

  public FeedAssembler(Publication publication, FeedRules rules) {
    this.publication = publication;
    this.rules = rules;
    this.selections = new Selections(publication, rules);
    this.entries = new Entries(publication);
    this.directory = new Directory(publication, rules, selections);
  }

  /**
   * Parses a path, whether or not there is such a section. Upper case, another order of sections, repetitions and the
   * suffix {@code xml} are accepted: then {@link FeedAddress#path()} is another one, the right one.
   */
  public Optional<FeedAddress> findAddress(String path) {
    return FeedAddress.parse(path, this::view);
  }

  /** Parses the path of the page of a scope, as leniently as {@link #findAddress}. */
  public Optional<FeedScope> findScope(String path) {
    return FeedAddress.scope(path, this::view);
  }

  private Optional<FeedScope> view(SectionKey key) {
    return rules.findView(key).map(FeedRules.FeedView::scope);
  }

  /** Returns the views of the settings, in their order. */
  public List<FeedRules.FeedView> views() {
    return rules.views();
  }

  /** Describes a view, in the publisher's words or by its sections; empty for other scopes. */
  public FeedListing.BilingualTitle held(FeedScope scope) {
    return scope instanceof FeedScope.View view
        ? rules
            .findView(view.key())
            .map(selections::held)
            .orElse(FeedListing.BilingualTitle.NOTHING)
        : FeedListing.BilingualTitle.NOTHING;
  }

  /**
   * Finds a subscription document, which has the newest entries.
   *
   * @return empty if the publication has no such section
   */
  public Optional<FeedDocument> find(FeedScope scope, Lens lens) {
    return find(scope, lens, Optional.empty());
  }

  /**
   * Finds a subscription document or an archive document.
   *
   * @return empty if the publication has no such section, or fewer archive documents
   */
  public Optional<FeedDocument> find(FeedAddress address) {
    return find(address.scope(), address.lens(), address.archive());
  }

  /** Returns true if there is such a document; no entry is made for that. */
  public boolean has(FeedAddress address) {
    return selections
        .find(address.scope())
        .filter(selection -> address
            .archive()
            .map(number -> selection
                .entries(publication, entries, address.lens())
                .archive(address.lens())
                .has(number))
            .orElse(true))
        .isPresent();
  }

  /**
   * Lists all documents of the feeds of a scope, in both lenses and all formats; no entry is made for that.
   *
   * @return empty if the publication has no such section
   */
  public List<FeedAddress> documents(FeedScope scope) {
    return selections.find(scope).stream()
        .flatMap(selection -> Stream.of(Lens.values())
            .flatMap(lens -> numbers(selection, lens)
                .flatMap(number -> Stream.of(FeedFormat.values())
                    .map(format -> new FeedAddress(scope, lens, format, number)))))
        .toList();
  }

  /** Returns the numbers of the archive documents, and at the end empty for the subscription document. */
  private Stream<Optional<Integer>> numbers(Selection selection, Lens lens) {
    Archive archive = selection.entries(publication, entries, lens).archive(lens);
    return Stream.concat(
        IntStream.rangeClosed(1, archive.count()).mapToObj(Optional::of),
        Stream.of(Optional.empty()));
  }

  private Optional<FeedDocument> find(FeedScope scope, Lens lens, Optional<Integer> number) {
    return selections.find(scope).flatMap(selection -> {
      EntryList all = selection.entries(publication, entries, lens);
      Archive archive = all.archive(lens);
      return number.isEmpty()
          ? Optional.of(subscription(selection, lens, all, archive))
          : number
              .filter(archive::has)
              .map(present -> archived(selection, lens, all, archive, present));
    });
  }

  private FeedDocument subscription(
      Selection selection, Lens lens, EntryList all, Archive archive) {
    List<Entry> newest = selection.window().newest(all.newest().iterator(), lens);
    FeedDocument.DocumentPlace place = newest.size() == all.size()
        ? FeedDocument.DocumentPlace.COMPLETE
        : FeedDocument.DocumentPlace.before(archive.newest());
    return document(selection, lens, newest, place);
  }

  private FeedDocument archived(
      Selection selection, Lens lens, EntryList all, Archive archive, int number) {
    List<Entry> own = all.between(archive.start(number), archive.end(number));
    return document(selection, lens, own, archive.place(number));
  }

  /** Returns true if readers can search. */
  public boolean hasSearch() {
    return rules.hasSearch();
  }

  /** Returns true if a browser that opens the URL of a feed gets a page about it. */
  public boolean hasFeedPages() {
    return rules.hasFeedPages();
  }

  /** Returns true if each issue is there as Markdown, too. */
  public boolean hasMarkdown() {
    return rules.hasMarkdown();
  }

  /** Returns the greatest number of entries of the feed of a search. */
  public int mostHits() {
    return rules.window().items();
  }

  /**
   * Makes the document of a search with its newest hits, within the limits of the window.
   *
   * @param hits the newest first
   */
  public FeedDocument found(FeedScope.Search search, List<Supplier<Entry>> hits) {
    return document(
        selections.of(search),
        Lens.ITEMS,
        rules.window().newest(hits.iterator(), Lens.ITEMS),
        FeedDocument.DocumentPlace.COMPLETE);
  }

  /** Returns the entry of an issue that a search has found; it is made on demand. */
  public Supplier<Entry> hit(PublishedIssue issue) {
    return () -> entries.ofIssue(issue, selections.find(FeedScope.whole()).orElseThrow());
  }

  /** Returns the entry of an item that a search has found; it is made on demand. */
  public Supplier<Entry> hit(PublishedIssue issue, Optional<Section> section, Item item) {
    return () -> entries.ofItem(new Entries.PlacedItem(issue, section, item), rules.style());
  }

  /** Returns the entries of one issue in the feeds of the whole newsletter. */
  public List<Entry> entriesOf(PublishedIssue issue, Lens lens) {
    Selection whole = selections.find(FeedScope.whole()).orElseThrow();
    return whole.entriesOf(issue, entries, lens).stream().map(Supplier::get).toList();
  }

  private FeedDocument document(
      Selection selection, Lens lens, List<Entry> chosen, FeedDocument.DocumentPlace place) {
    FeedScope scope = selection.scope();
    List<Entry> own = chosen.stream()
        .sorted(Comparator.comparing(Entry::published).reversed())
        .toList();
    Instant updated =
        own.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    return new FeedDocument(
        scope,
        lens,
        publication.masthead(),
        publication.ids().feed(FeedAddress.path(scope, lens) + scope.parameters()),
        selection.title(publication, lens),
        selection.description(),
        publication.addresses().of(scope.page()),
        updated,
        changed(own, updated),
        own,
        place,
        place.isArchive() ? Optional.empty() : publication.rhythm(),
        place.isArchive() || !scope.isTopic() ? FeedRules.Hubs.NONE : rules.hubs());
  }

  private Instant changed(List<Entry> own, Instant updated) {
    return own.stream()
        .flatMap(entry -> publication.findIssue(entry.source().issue()).stream())
        .map(PublishedIssue::changed)
        .reduce(updated, (a, b) -> a.isAfter(b) ? a : b);
  }

  /**
   * Returns the newest entries of a feed; no other is made.
   *
   * @param most the greatest number of entries
   * @return empty also if the publication has no such section
   */
  public List<Entry> newest(FeedScope scope, Lens lens, int most) {
    return selections.find(scope).stream()
        .flatMap(selection -> selection.entries(publication, entries, lens).newest())
        .limit(most)
        .map(Supplier::get)
        .toList();
  }

  /** Returns the sections that can be combined in one feed, in the publication's order. */
  public List<Section> combinable() {
    return selections.combinable();
  }

  /** Returns the issues with content of a scope, newest first; empty if there is no such section. */
  public Stream<SelectedIssue> issues(FeedScope scope) {
    return selections.find(scope).stream()
        .flatMap(selection -> publication.issues().stream()
            .filter(selection::holds)
            .map(issue -> new SelectedIssue(issue, selection.parts(issue))));
  }

  /** Counts the issues with content of a scope. */
  public long countIssues(FeedScope scope) {
    return selections
        .find(scope)
        .map(selection -> publication.issues().stream().filter(selection::holds).count())
        .orElse(0L);
  }

  /** Lists the feeds of the directory, group by group. */
  public List<FeedListing.FeedGroup> directory() {
    return directory.groups();
  }

  /**
   * Lists the feeds for a reader that imports a list as it is: each recurring section by item, so that no item comes
   * twice. Without any it is the whole newsletter.
   */
  public List<FeedListing.FeedGroup> toImport() {
    return new Directory(publication, rules, selections).toImport();
  }

  /** Returns the scopes of the feeds of the directory, each once, in its order. */
  public Stream<FeedScope> listedScopes() {
    return directory().stream()
        .flatMap(group -> group.feeds().stream())
        .map(FeedListing::scope)
        .distinct();
  }

  /** Lists the feeds of a scope, its own lens first; empty if the publication has no such section. */
  public Stream<FeedListing> listings(FeedScope scope) {
    return new Directory(publication, rules, selections).lenses(scope);
  }

  /** Returns the scopes of the directory, and behind them the sections that it does not list. */
  public Stream<FeedScope> scopes() {
    return Stream.concat(
            listedScopes(),
            publication.sections().stream().map(section -> FeedScope.of(section.key())))
        .distinct();
  }

  /** Returns the sections of listings: those of the vocabulary, and others that recur. */
  public List<Section> listedSections() {
    return selections.listed();
  }

  /** Finds a feed, in the directory or not; empty if the publication has no such section. */
  public Optional<FeedListing> findListing(FeedScope scope, Lens lens) {
    return directory.find(scope, lens);
  }
}
