package org.offprint.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.RawTFSimilarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.publication.Facet;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/**
 * Makes the Lucene documents of an issue: one for each item, and one for the issue itself with its title and the text
 * before its first section. No text is stored: a hit names the issue and the key of the item.
 */
final class IssueDocuments {
  /** Lucene refuses much longer ones, which nobody types. */
  private static final int LONGEST_NAME = 200;

  static final String SLUG = "slug";
  static final String ISSUE = "issue";
  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String HOST = "host";
  static final String SECTION = "section";
  static final String DAY = "day";
  static final String TIME = "time";
  static final String PLACE = "place";
  static final String KEY = "key";
  static final String KIND = "kind";

  /** Stands for the tags, authors or language of the newsletter, which may change while an issue does not. */
  static final String AS_NEWSLETTER = "";

  /** A kind of document: feeds of items have it. */
  static final String ENTRY = "entry";
  /** A kind of document: sponsored, so a feed of items has it only if the query names its section. */
  static final String SPONSORED = "sponsored";
  /** A kind of document: an issue whose items are entries. */
  static final String WHOLE = "whole";

  /** The document of the issue itself comes before those of its items. */
  private static final int OF_ISSUE = -1;

  /**
   * Scores a document by the number of times it has a word. Scores that also depend on other documents would depend on
   * deleted ones, too, and differ between an index that followed changes and a new one.
   */
  static final Similarity SIMILARITY = new RawTFSimilarity();

  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType TITLE_WORDS = type(IndexOptions.DOCS);

  private IssueDocuments() {}

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /** Returns the form of a slug or number of an issue that is compared. */
  static String issueName(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static List<Document> of(PublishedIssue published) {
    List<Document> documents = new ArrayList<>();
    published
        .issue()
        .items()
        .forEach(item -> documents.add(ofItem(published, Optional.empty(), item)));
    for (PublishedIssue.IssueSection own : published.sections()) {
      own.items()
          .forEach(item -> documents.add(ofItem(published, Optional.of(own.section()), item)));
    }
    documents.add(ofIssue(published, documents.isEmpty() ? ENTRY : WHOLE));
    return documents;
  }

  private static Document ofItem(PublishedIssue published, Optional<Section> section, Item item) {
    String text = item.content().text();
    Stream<String> links = item.addresses().stream()
        .filter(address -> !text.contains(address))
        .map(IssueDocuments::withoutQuery);
    Document document =
        document(published, item.title(), Stream.concat(Stream.of(text), links).toList());
    Set<String> hosts = new LinkedHashSet<>();
    item.addresses().forEach(address -> hosts.addAll(Hosts.ofAddress(address)));
    hosts.forEach(host -> document.add(new StringField(HOST, host, Field.Store.NO)));
    section.ifPresent(
        own -> document.add(new StringField(SECTION, own.key().value(), Field.Store.NO)));
    boolean isSponsored = section.filter(Section::isSponsored).isPresent();
    document.add(new StringField(KIND, isSponsored ? SPONSORED : ENTRY, Field.Store.NO));
    document.add(new StoredField(KEY, item.key()));
    document.add(new NumericDocValuesField(PLACE, item.position()));
    return document;
  }

  /** Returns a URL without its query, which is mostly for statistics. */
  private static String withoutQuery(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  private static Document ofIssue(PublishedIssue published, String kind) {
    Issue issue = published.issue();
    List<String> texts = new ArrayList<>(issue.tags());
    issue.description().ifPresent(texts::add);
    if (issue.items().isEmpty()) {
      texts.add(issue.lead().text());
    }
    Document document = document(published, issue.title(), texts);
    document.add(new StringField(KIND, kind, Field.Store.NO));
    document.add(new NumericDocValuesField(PLACE, OF_ISSUE));
    return document;
  }

  private static Document document(PublishedIssue published, String title, List<String> texts) {
    Issue issue = published.issue();
    List<String> all = new ArrayList<>(texts);
    // Most titles are the beginning of the text.
    if (texts.stream().noneMatch(text -> text.contains(title))) {
      all.add(title);
    }
    Document document = new Document();
    document.add(new StringField(SLUG, issue.slug(), Field.Store.YES));
    Stream.concat(Stream.of(issue.slug()), issue.number().stream())
        .map(IssueDocuments::issueName)
        .filter(name -> name.length() <= LONGEST_NAME)
        .distinct()
        .forEach(name -> document.add(new StringField(ISSUE, name, Field.Store.NO)));
    document.add(new Field(TEXT, Words.stream(all), WORDS));
    document.add(new Field(TITLE, Words.stream(List.of(title)), TITLE_WORDS));
    document.add(new NumericDocValuesField(DAY, issue.date().toLocalDate().toEpochDay()));
    document.add(new NumericDocValuesField(TIME, issue.date().toEpochSecond()));
    document.add(new SortedDocValuesField(SLUG, new BytesRef(issue.slug())));
    for (Facet facet : Facet.values()) {
      Set<String> names = published.facets().stream()
          .filter(value -> value.facet() == facet)
          .flatMap(IssueDocuments::names)
          .collect(Collectors.toSet());
      Set<String> terms = names.isEmpty() ? Set.of(AS_NEWSLETTER) : names;
      terms.forEach(term -> document.add(new StringField(field(facet), term, Field.Store.NO)));
    }
    return document;
  }

  static String field(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the names that find a value: its key, each name of an author, and a language without its region. */
  static Stream<String> names(Facet.Value value) {
    String key = value.key().value();
    Stream<String> parts = switch (value.facet()) {
      case TAG -> Stream.of();
      case AUTHOR -> Stream.of(key.split("-"));
      case LANGUAGE -> Stream.of(key.split("-")).limit(1);
    };
    return Stream.concat(Stream.of(key), parts);
  }
}
