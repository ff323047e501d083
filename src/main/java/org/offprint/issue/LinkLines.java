package org.offprint.issue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The paragraphs that are nothing but a link in words: the titles of stories, or their "Read on".
 *
 * @param above those directly above a text
 * @param below those directly below one
 * @param texts the texts without a link at their end of which the next such link is a line
 * @param introductions the texts in sentences with a link in their midst, above a text that ends with an address, as most texts do
 */
record LinkLines(int above, int below, Set<Element> texts, Set<Element> introductions) {
  static final LinkLines NONE = new LinkLines(0, 0, Set.of(), Set.of());

  private static final int SERIES = 2;
  private static final Pattern SENTENCE = Pattern.compile("[.!?。！？…][\\p{Pe}\\p{Pf}\"']{0,3}+$");

  static LinkLines of(List<Element> blocks) {
    int above = 0;
    int below = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (isLine(blocks.get(i))) {
        above += i + 1 < blocks.size() && isText(blocks.get(i + 1)) ? 1 : 0;
        below += i > 0 && isText(blocks.get(i - 1)) ? 1 : 0;
      }
    }
    return new LinkLines(
        above, below, above + below == 0 ? Set.of() : aboveLines(blocks), aboveAddresses(blocks));
  }

  private static Set<Element> aboveAddresses(List<Element> blocks) {
    Set<Element> introductions = new HashSet<>();
    int addresses = 0;
    int prose = 0;
    boolean isAboveAddress = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Element block = blocks.get(i);
      LinkPlaces places = LinkPlaces.of(block);
      boolean isText = isText(block) && !places.begins();
      if (isText && places.ends()) {
        isAboveAddress = block.stream()
            .filter(Links::leaves)
            .reduce((first, last) -> last)
            .filter(PlainText::isBareLink)
            .isPresent();
        addresses += isAboveAddress ? 1 : 0;
      } else if (isText && places.links() > 0 && SENTENCE.matcher(block.text()).find()) {
        prose++;
        if (isAboveAddress) {
          introductions.add(block);
        }
      } else {
        isAboveAddress &= isText && places.links() == 0;
      }
    }
    return addresses > prose ? introductions : Set.of();
  }

  private static Set<Element> aboveLines(List<Element> blocks) {
    Set<Element> texts = new HashSet<>();
    boolean isAboveLine = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Element block = blocks.get(i);
      if (LinkPlaces.of(block).ends()) {
        isAboveLine = isLine(block);
      } else if (isAboveLine && isText(block)) {
        texts.add(block);
      }
    }
    return texts;
  }

  /** Returns true for several lines, each with a text on the same side. */
  boolean areAll(int lines, boolean areTitles) {
    return lines >= SERIES && lines == (areTitles ? above : below);
  }

  private static boolean isLine(Element block) {
    return isParagraph(block) && LinkPlaces.of(block).isAlone();
  }

  private static boolean isText(Element block) {
    return isParagraph(block) && !LinkPlaces.of(block).isAlone();
  }

  private static boolean isParagraph(Element block) {
    return block.normalName().equals("p")
        && !LinkLayout.isBare(block)
        && !LinkLayout.isPictorial(block);
  }
}
