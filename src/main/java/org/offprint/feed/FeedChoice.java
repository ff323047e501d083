package org.offprint.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.publication.SectionKey;

/**
 * A feed as somebody puts it together out of sections, who may ask for more than there can be.
 *
 * @param leavesOut whether the sections are those that the feed leaves out
 * @param sections their keys, whether there are such sections or not, each once
 * @param lens issues or items
 * @param format how it is written
 */
public record FeedChoice(boolean leavesOut, List<String> sections, Lens lens, FeedFormat format) {
  /** Everything, issue by issue, as Atom. */
  public static final FeedChoice EVERYTHING =
      new FeedChoice(false, List.of(), Lens.ISSUES, FeedFormat.ATOM);

  public FeedChoice {
    sections = sections.stream().distinct().toList();
  }

  /**
   * A choice in words.
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

  /** Whether more sections are named than can be named together. */
  public boolean isTooMuch() {
    return sections.size() > FeedScope.MOST_SECTIONS;
  }

  /** The address that it comes to; no section at all means everything. */
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
    return keys.isEmpty() ? FeedScope.WHOLE : FeedScope.of(keys);
  }
}
