package org.offprint.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.publication.SectionKey;

/**
 * A combination of sections that a reader chose in the form for feeds; it may be impossible.
 *
 * @param leavesOut true if the feed has all but the sections
 * @param sections their keys, each once; the publication may lack them
 * @param lens issues or items
 * @param format of the feed
 */
public record FeedChoice(boolean leavesOut, List<String> sections, Lens lens, FeedFormat format) {
  /** All sections, with an entry for each issue, as Atom. */
  public static final FeedChoice EVERYTHING =
      new FeedChoice(false, List.of(), Lens.ISSUES, FeedFormat.ATOM);

  public FeedChoice {
    sections = sections.stream().distinct().toList();
  }

  /**
   * Parses the values of the form.
   *
   * @param mode {@code except}; any other keeps the sections
   * @param lens the suffix of a lens; any other means issues
   * @param format the suffix of a format; any other means Atom
   */
  public static FeedChoice of(String mode, List<String> sections, String lens, String format) {
    return new FeedChoice(
        mode.equals("except"),
        sections,
        Stream.of(Lens.values())
            .filter(known -> known.suffix().equals(lens))
            .findFirst()
            .orElse(Lens.ISSUES),
        FeedFormat.ofSuffix(format).orElse(FeedFormat.ATOM));
  }

  /** Returns true if there are more sections than can be combined. */
  public boolean isTooMuch() {
    return sections.size() > FeedScope.MOST_SECTIONS;
  }

  /** Returns the address of the feed; without a section it has everything. */
  public Optional<FeedAddress> address() {
    List<SectionKey> keys =
        sections.stream().flatMap(name -> SectionKey.find(name).stream()).toList();
    if (isTooMuch() || keys.size() < sections.size()) {
      return Optional.empty();
    }
    FeedScope chosen = leavesOut && !keys.isEmpty() ? FeedScope.except(keys) : keeping(keys);
    return Optional.of(new FeedAddress(chosen, lens, format));
  }

  private static FeedScope keeping(List<SectionKey> keys) {
    return keys.isEmpty() ? FeedScope.whole() : FeedScope.of(keys);
  }
}
