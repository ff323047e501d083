package org.offprint.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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
 * @param group the sub-heading above it and other items
 */
public record Item(
    String key,
    String anchor,
    String title,
    int position,
    List<String> addresses,
    Html content,
    Optional<String> group) {
  public Item {
    addresses = List.copyOf(addresses);
  }

  /** An item with these links. */
  public static Item of(
      String key, String anchor, String title, int position, List<URI> links, Html content) {
    return new Item(
        key,
        anchor,
        title,
        position,
        links.stream().map(URI::toString).toList(),
        content,
        Optional.empty());
  }

  /** Returns a copy below a sub-heading, if there is one. */
  Item in(Optional<String> subheading) {
    return new Item(key, anchor, title, position, addresses, content, subheading);
  }

  /** All its http and https links in order, each once. */
  public List<URI> links() {
    return addresses.stream().map(URI::create).toList();
  }

  /** Returns the first link, which is the subject of the item. */
  public Optional<URI> primaryLink() {
    return addresses.stream().findFirst().map(URI::create);
  }
}
