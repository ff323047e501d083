package org.offprint.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing under a section heading: its text and links.
 *
 * @param key its permanent identity in its issue: derived from its primary link, else from its text, never from
 *     its position
 * @param anchor the {@code id} of its first element in the issue's page
 * @param title plain text, never blank
 * @param position its place among all items of the issue, counted from 0
 * @param addresses all its http and https links in order, each once, as text: there are many, and most are
 *     never looked at
 * @param content its HTML
 * @param whole {@code content} with the list entry that holds it; else equal to {@code content}
 * @param group the sub-heading above it and other items
 */
public record Item(
    String key,
    String anchor,
    String title,
    int position,
    List<String> addresses,
    Html content,
    Html whole,
    Optional<String> group) {
  public Item {
    addresses = List.copyOf(addresses);
  }

  /** Returns a copy with another place. */
  public Item at(int other) {
    return new Item(key, anchor, title, other, addresses, content, whole, group);
  }

  /** All its http and https links in order, each once. */
  public List<URI> links() {
    return addresses.stream().map(URI::create).toList();
  }

  /** Returns its links in the form in which links are compared. */
  public Stream<String> comparableLinks() {
    return addresses.stream().map(URI::create).map(Links::normalise);
  }

  /** Returns the first link, which is the subject of the item. */
  public Optional<URI> primaryLink() {
    return addresses.stream().findFirst().map(URI::create);
  }
}
