package org.offprint.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;

/**
 * Finds the items of one issue that repeat one of an earlier part: an advertisement, which authors shorten to any one of
 * its links, or an item with the same primary link and the same text. An item that merely shares a link with another one
 * is another story.
 */
final class Repeats {
  /** The least part of the words of the longer text that both have. */
  private static final double SAME = 0.8;
  /** More items with one link are compared with the first ones alone. */
  private static final int MOST_COMPARED = 20;

  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Set<String> advertised = new HashSet<>();
  private final Map<String, List<Item>> told = new HashMap<>();
  private final IdentityHashMap<Item, List<String>> words = new IdentityHashMap<>();
  private int found;

  /** Returns the parts of an issue without their repeats; other items keep their order and get the places in it. */
  static List<PublishedIssue.PlacedPart> removedFrom(List<PublishedIssue.PlacedPart> parts) {
    Repeats repeats = new Repeats();
    return parts.stream().map(repeats::removedFrom).toList();
  }

  private PublishedIssue.PlacedPart removedFrom(PublishedIssue.PlacedPart placed) {
    List<Item> gone = new ArrayList<>();
    List<Item> kept = new ArrayList<>();
    for (Item item : placed.part().items()) {
      if (isRepeat(item)) {
        gone.add(item);
      } else {
        int place = item.position() - found - gone.size();
        kept.add(place == item.position() ? item : item.at(place));
      }
    }
    found += gone.size();
    kept.forEach(item -> remember(item, placed.section().isSponsored()));
    Issue.SectionText part = placed.part();
    return gone.isEmpty() && found == 0
        ? placed
        : new PublishedIssue.PlacedPart(placed.section(), part.without(gone, kept));
  }

  private void remember(Item item, boolean isAdvertisement) {
    if (isAdvertisement) {
      item.comparableLinks().forEach(advertised::add);
    }
    item.comparableLinks()
        .findFirst()
        .map(link -> told.computeIfAbsent(link, key -> new ArrayList<>()))
        .filter(others -> others.size() < MOST_COMPARED)
        .ifPresent(others -> others.add(item));
  }

  private boolean isRepeat(Item item) {
    Optional<String> primary = item.comparableLinks().findFirst();
    return primary.filter(advertised::contains).isPresent()
        || primary
            .map(link -> told.getOrDefault(link, List.of()))
            .filter(others -> others.stream().anyMatch(other -> haveSameText(item, other)))
            .isPresent();
  }

  private boolean haveSameText(Item one, Item other) {
    List<String> longer = words(one);
    List<String> shorter = words(other);
    if (longer.size() < shorter.size()) {
      return haveSameText(other, one);
    }
    List<String> rest = new ArrayList<>(shorter);
    long common = longer.stream().filter(rest::remove).count();
    return common >= SAME * longer.size();
  }

  private List<String> words(Item item) {
    return words.computeIfAbsent(item, Repeats::wordsOf);
  }

  private static List<String> wordsOf(Item item) {
    String text = URL.matcher(item.content().text()).replaceAll(" ").toLowerCase(Locale.ROOT);
    return NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }
}
