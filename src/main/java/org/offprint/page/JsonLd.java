package org.offprint.page;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.offprint.issue.Author;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Describes a page in the vocabulary of schema.org. The text has no angle bracket, so that it is safe in a script element.
 */
final class JsonLd {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  private JsonLd(String type) {
    put("@type", type);
  }

  static String ofHome(Masthead masthead) {
    JsonLd periodical = new JsonLd("Periodical").inContext();
    periodical.describe(masthead);
    return periodical.toString();
  }

  static String ofIssue(Publication publication, PublishedIssue published) {
    Masthead masthead = publication.masthead();
    String address = publication.addresses().issue(published.issue()).toString();
    JsonLd periodical = new JsonLd("Periodical");
    periodical.describe(masthead);
    JsonLd issue = new JsonLd("PublicationIssue").inContext();
    issue.put("@id", address);
    issue.put("url", address);
    issue.put("name", published.issue().title());
    published.issue().number().ifPresent(number -> issue.put("issueNumber", number));
    issue.put("datePublished", published.published().toString());
    issue.put("dateModified", published.updated().toString());
    issue.put("inLanguage", published.issue().language().orElse(masthead.language()));
    issue.putAuthors(publication.authorsOf(published));
    issue.putRaw("isPartOf", periodical.toString());
    return issue.toString();
  }

  private void describe(Masthead masthead) {
    put("@id", masthead.baseUri().toString());
    put("url", masthead.baseUri().toString());
    put("name", masthead.title());
    if (!masthead.description().isEmpty()) {
      put("description", masthead.description());
    }
    put("inLanguage", masthead.language());
    masthead.logo().ifPresent(logo -> put("image", logo.toString()));
  }

  private JsonLd inContext() {
    return put("@context", "https://schema.org");
  }

  private void putAuthors(List<Author> authors) {
    if (!authors.isEmpty()) {
      putRaw(
          "author",
          authors.stream()
              .map(author -> person(author).toString())
              .collect(Collectors.joining(",", "[", "]")));
    }
  }

  private static JsonLd person(Author author) {
    JsonLd person = new JsonLd("Person").put("name", author.name());
    return author.uri().map(uri -> person.put("url", uri.toString())).orElse(person);
  }

  private JsonLd put(String name, String value) {
    return putRaw(name, quoted(value));
  }

  private JsonLd putRaw(String name, String json) {
    members.add(quoted(name) + ":" + json);
    return this;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> {
      boolean isPlain = c >= ' ' && "\"\\<>&\u2028\u2029\u007f".indexOf(c) < 0;
      quoted.append(isPlain ? String.valueOf((char) c) : String.format("\\u%04x", c));
    });
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
