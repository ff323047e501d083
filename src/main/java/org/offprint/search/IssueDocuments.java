package org.offprint.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.offprint.publication.IssueSection;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/**
 * What the index knows of an issue: one document for each item, and one for the issue itself with its title and what
 * comes before its first section. No text is stored: a hit names the issue and the key of the item.
 */
final class IssueDocuments {
  /** Nobody asks for a longer one, and Lucene refuses much longer ones. */
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

  /** Something that a feed of items has. */
  static final String ENTRY = "entry";
  /** The same, for those alone who ask for its section by name: somebody pays for it. */
  static final String PAID = "paid";
  /** An issue whose items are entries. */
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

  /** The slug or number of an issue as it is compared. */
  static String issueName(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static List<Document> of(PublishedIssue published) {
    List<Document> documents = new ArrayList<>();
    for (IssueSection own : published.sections()) {
      own.items().forEach(item -> documents.add(ofItem(published, own.section(), item)));
    }
    documents.add(ofIssue(published, documents.isEmpty() ? ENTRY : WHOLE));
    return documents;
  }

  private static Document ofItem(PublishedIssue published, Section section, Item item) {
    String text = item.content().text();
    Stream<String> links = item.addresses().stream()
        .filter(address -> !text.contains(address))
        .map(IssueDocuments::place);
    Document document =
        document(published, item.title(), Stream.concat(Stream.of(text), links).toList());
    Set<String> hosts = new LinkedHashSet<>();
    item.addresses().forEach(address -> hosts.addAll(Hosts.ofAddress(address)));
    hosts.forEach(host -> document.add(new StringField(HOST, host, Field.Store.NO)));
    document.add(new StringField(SECTION, section.key().value(), Field.Store.NO));
    document.add(new StringField(KIND, section.isSponsored() ? PAID : ENTRY, Field.Store.NO));
    document.add(new StoredField(KEY, item.key()));
    document.add(new NumericDocValuesField(PLACE, item.position()));
    return document;
  }

  /** An address without what mostly tells who sent the reader. */
  private static String place(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  private static Document ofIssue(PublishedIssue published, String kind) {
    Issue issue = published.issue();
    List<String> texts = new ArrayList<>(issue.tags());
    issue.description().ifPresent(texts::add);
    texts.add(issue.lead().text());
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
    return document;
  }
}
