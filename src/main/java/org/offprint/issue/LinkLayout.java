package org.offprint.issue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The places of links in neighbouring blocks: items begin with their link, or they end with it. */
final class LinkLayout {
  private static final Pattern NUMBER =
      Pattern.compile("[(（]?(\\d{1,3})(?:[.](?!\\d)|[、)）．:：]).*", Pattern.DOTALL);

  private static final int LONGEST_CAPTION = 140;

  private static final int SERIES = 2;

  private int beginning;
  private int ending;
  private int inside;
  /** Those that both begin and end with a link, and have nothing else. */
  private int alone;

  private int titles;
  /** Those that lead to the title above them once more. */
  private int again;

  /** Texts that end with a link, directly below a title that is a link. */
  private int below;

  private boolean isAloneFirst;
  private boolean isAloneLast;
  /** The blocks that may stand between two numbers. */
  private static final Set<String> BELOW_NUMBER = Set.of("ul", "blockquote", "pre", "table");

  private boolean isBoldFirst;
  private boolean isRepeated;
  private boolean isNumbered;
  /** Each link is a line of its own below a title in bold letters, with its text after it. */
  private boolean isTitled;

  private boolean areSentences;
  private int singles;
  private LinkLines lines = LinkLines.NONE;
  /** Those that are an item each. */
  private Set<Element> addresses = Set.of();

  private boolean isSingleAmongItems;

  /** The blocks that show something. */
  private final List<Element> blocks = new ArrayList<>();
  /** Those that are the link of an item in the form of a picture. */
  private final Set<Element> pictures = new HashSet<>();

  private final Set<String> told;

  private LinkLayout(Set<String> told) {
    this.told = told;
  }

  static LinkLayout of(List<Node> nodes, Set<String> told) {
    LinkLayout layout = new LinkLayout(told);
    nodes.stream()
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(ItemCutter::hasWords)
        .forEach(layout.blocks::add);
    layout.areSentences = layout.blocks.stream().noneMatch(Introductions::isLabelOfLinks);
    layout.singles = (int) layout.blocks.stream().filter(LinkLayout::isSingle).count();
    layout.isNumbered = layout.areNumbered();
    layout.isTitled = LinkLines.areBelowTitles(layout.blocks);
    layout.lines = LinkLines.of(layout.blocks);
    layout.findPictures();
    layout.count();
    layout.countApart();
    return layout;
  }

  private boolean areNumbered() {
    List<Integer> numbers =
        blocks.stream().flatMap(block -> number(block).stream()).toList();
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) != numbers.get(i - 1) + 1) {
        return false;
      }
    }
    return numbers.size() >= SERIES && beginWithNumber();
  }

  /** Returns true if no link stands before the first number: the points of an essay are no items. */
  private boolean beginWithNumber() {
    return blocks.stream()
        .takeWhile(block -> number(block).isEmpty())
        .noneMatch(ItemCutter::hasLink);
  }

  private static Optional<Integer> number(Element block) {
    Matcher number = NUMBER.matcher(block.normalName().equals("p") ? block.text() : "");
    return number.matches() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
  }

  private void count() {
    Optional<String> last = Optional.empty();
    Optional<String> title = Optional.empty();
    Set<String> texts = new HashSet<>();
    boolean isFirst = true;
    boolean isPictureAbove = false;
    for (Element block : blocks) {
      boolean isBelowTitle = isAloneLast;
      isAloneLast = false;
      LinkPlaces places = LinkPlaces.of(block);
      boolean isBelowPicture = isPictureAbove && pictures.size() >= SERIES && !places.begins();
      isPictureAbove = pictures.contains(block);
      if (isPictureAbove) {
        beginning++;
        titles++;
      } else if (isBelowPicture) {
        continue;
      }
      boolean isPicture = PlainText.isBlank(block) || isPictorial(block);
      if (!isRun(block) || places.links() == 0 || isPicture) {
        isFirst &= isPicture;
        continue;
      }
      Optional<String> link = primary(block);
      if (link.isPresent() && link.equals(title) && !link.equals(last)) {
        again++;
      } else if (link.isEmpty() || !link.equals(last)) {
        last = link;
        count(block, places);
        isAloneLast = places.isAlone();
        below += isBelowTitle && endsWithLink(block) && !places.begins() ? 1 : 0;
        title = isAloneLast ? link : title;
        isBoldFirst |= isFirst && isAloneLast && isBold(block);
        isAloneFirst |= isFirst && isAloneLast;
        isRepeated |= isAloneLast && !texts.add(block.text());
      }
      isFirst = false;
    }
  }

  /** Looks for what is an item of its own only among others that begin with their link. */
  private void countApart() {
    if (beginning + alone >= SERIES) {
      addresses = lines.addresses();
      ending -= addresses.size();
    }
    isSingleAmongItems = singles < SERIES && isLinkFirst();
  }

  /** Finds the pictures with a link of their own that stand first, each above a text. */
  private void findPictures() {
    boolean areFirst = !blocks.isEmpty()
        && isLinkedPicture(blocks.get(0))
        && !isLinkedPicture(blocks.get(blocks.size() - 1));
    for (int i = 0; areFirst && i + 1 < blocks.size(); i++) {
      Element next = blocks.get(i + 1);
      if (isLinkedPicture(blocks.get(i))
          && !ItemCutter.hasPicture(next)
          && !primary(blocks.get(i)).equals(primary(next))) {
        pictures.add(blocks.get(i));
      }
    }
  }

  private void count(Element block, LinkPlaces places) {
    if (isBare(block)) {
      ending++;
    } else if (places.isAlone()) {
      alone++;
    } else if (places.begins() && (!places.ends() || isTitleOf(block, places))) {
      beginning++;
    } else if (places.ends() && !places.begins()) {
      ending++;
    } else {
      inside++;
    }
    if (places.begins() && places.isTitle()) {
      titles++;
    }
  }

  /** Returns true for a short line with further links, such as the author's, above a text. */
  private static boolean isTitleOf(Element block, LinkPlaces places) {
    Element next = block.nextElementSibling();
    return places.links() > 1
        && places.isTitle()
        && next != null
        && next.normalName().equals("p")
        && !LinkPlaces.of(next).begins();
  }

  /** Lists are cut by themselves. */
  private boolean isRun(Element block) {
    return !ItemCutter.isList(block) || isTitle(block);
  }

  /** Returns true if items begin with their link. */
  boolean isLinkFirst() {
    boolean isLonePart = alone > 0 && !isRepeated && (isAloneFirst || !isAloneLast);
    int first = beginning + (isLonePart ? alone + again : 0);
    boolean areTitles = isAloneFirst && alone >= SERIES && below == alone;
    int last = ending + (isLonePart ? 0 : alone) - (isLonePart && areTitles ? below : 0);
    return isNumbered || isTitled || first > last;
  }

  /** Returns true if several blocks begin with a link, or several end with one, as entries do, but not prose. */
  boolean isSeries() {
    int most = Math.max(beginning, ending) + alone;
    return isNumbered
        || lines.areAll(alone, isLinkFirst())
        || (most >= SERIES && most > SERIES * inside);
  }

  /** Returns true if as many blocks have their link at the side where items have it as in the midst of a sentence. */
  boolean isDecided() {
    int most = (isLinkFirst() ? beginning : ending) + alone;
    return isSeries() || (most >= SERIES && most >= inside);
  }

  /** Returns true for a paragraph that does not begin with a link, and only introduces the one other block. */
  boolean isWholeBut(Element introduction) {
    return blocks.size() == 2
        && blocks.get(0).equals(introduction)
        && !LinkPlaces.of(introduction).begins();
  }

  /** Returns true if lists of links belong to the sentences above them: none has no more than a label. */
  boolean areSentences() {
    return areSentences;
  }

  /** Returns true for an introduction to a list of links that belongs to no item above it, as the first of its section cannot. */
  boolean isApart(Element introduction) {
    return Introductions.isAboveLinks(introduction) && Introductions.isAboveLinks(blocks.get(0));
  }

  /** Returns true if an item begins with this block, where items begin with their link. */
  boolean begins(Element block) {
    if (isNumbered) {
      return number(block).isPresent();
    }
    if (isTitled) {
      return LinkLines.isBold(block);
    }
    if (addresses.contains(block)) {
      return true;
    }
    LinkPlaces places = LinkPlaces.of(block);
    boolean areTitles = titles * 2 > beginning + alone
        || block.normalName().equals("blockquote")
        || (isDecided() && !places.ends());
    return places.links() > 0
        && !isBare(block)
        && (places.begins() || !(areTitles || (places.ends() && !isTold(block))))
        && !(places.isAlone() && isCallAtEnd(block));
  }

  /** Returns true for a text that may repeat an advertisement, which is an item of its own. */
  private boolean isTold(Element block) {
    return primary(block).filter(told::contains).isPresent();
  }

  /** Returns true for a text with links in its midst, if the link of its item is a line below it. */
  boolean isAboveLine(Element block) {
    return !isLinkFirst() && lines.areAll(alone, false) && lines.texts().contains(block);
  }

  /** Returns true for a line such as "Read more" that ends the only story, whose title is bold. */
  private boolean isCallAtEnd(Element block) {
    return isBoldFirst
        && beginning + alone == 2
        && blocks.get(blocks.size() - 1).equals(block)
        && !isBold(block);
  }

  private static boolean isBold(Element block) {
    return !block.select("strong a, b a, a strong, a b").isEmpty();
  }

  /** Returns true for a list that is the first line of an item: one entry, with its text in blocks after it. */
  boolean isTitle(Element block) {
    return (singles >= SERIES && isSingle(block))
        || (isSingleAmongItems && LinkLines.isSingle(block, beginning + alone >= SERIES));
  }

  /** Returns true below numbered paragraphs, and for the points below a number that is a list of its own. */
  boolean isBelowNumber(Element block, Optional<Element> last) {
    return isNumbered
        || (block.normalName().equals("ul")
            && last.filter(above -> above.normalName().equals("ol") && isTitle(above))
                .isPresent());
  }

  private static boolean isSingle(Element block) {
    Element next = block.nextElementSibling();
    String name = next == null ? "" : next.normalName();
    return ItemCutter.isList(block)
        && block.childrenSize() == 1
        && (name.equals("p") || (block.normalName().equals("ol") && BELOW_NUMBER.contains(name)));
  }

  /** Returns true if pictures stand before the link of their item. */
  boolean arePicturesFirst() {
    return isPictureAt(0) && !isPictureAt(blocks.size() - 1);
  }

  /** Returns true if pictures stand at the end of their item. */
  boolean arePicturesLast() {
    long pictures = blocks.stream().filter(LinkLayout::isPicture).count();
    return pictures >= SERIES && isPictureAt(blocks.size() - 1) && !isPictureAt(0);
  }

  /** Returns true if the first block is an element with one of these names. */
  boolean beginsWith(Set<String> names) {
    return !blocks.isEmpty() && names.contains(blocks.get(0).normalName());
  }

  private boolean isPictureAt(int index) {
    return !blocks.isEmpty() && isPicture(blocks.get(index));
  }

  /** Returns true for a picture without a link, and without words but a caption. */
  static boolean isPicture(Element block) {
    return isPictorial(block) && !ItemCutter.hasLink(block);
  }

  private static boolean isLinkedPicture(Element block) {
    return isPictorial(block) && ItemCutter.hasLink(block);
  }

  /** Returns true for a picture, with a link or not, without words but a caption. */
  static boolean isPictorial(Element block) {
    return ItemCutter.hasPicture(block)
        && block.text().length() <= LONGEST_CAPTION
        && block
            .nodeStream(TextNode.class)
            .allMatch(text -> PlainText.fold(text.getWholeText()).isEmpty() || isCaption(text));
  }

  /** Returns true for words in a caption, or in small or slanted letters below a picture. */
  private static boolean isCaption(TextNode text) {
    Element parent = Objects.requireNonNull(text.parentElement());
    Element slanted = parent.closest("em, i, small");
    Element above = slanted == null ? null : slanted.previousElementSibling();
    return parent.closest("figcaption") != null
        || (above != null
            && parent.closest("a") == null
            && (above.normalName().equals("br") || ItemCutter.hasPicture(above)));
  }

  /** Returns true for a picture that is the link of an item, above its text. */
  boolean isLinkOfItem(Element block) {
    return pictures.contains(block);
  }

  /** Returns true for a text with a link at its end. */
  static boolean endsWithLink(Element block) {
    LinkPlaces places = LinkPlaces.of(block);
    return places.ends() && (!places.isAlone() || isBare(block));
  }

  /** Returns true for a block that shows nothing but addresses. */
  static boolean isBare(Element block) {
    return ItemCutter.hasLink(block)
        && !ItemCutter.hasPicture(block)
        && PlainText.hasOnlyBareLinks(block);
  }

  /** The first link of a block, in the form in which links are compared. */
  static Optional<String> primary(Element block) {
    return Links.leavingFrom(block)
        .flatMap(link -> Links.resolve(Links.NOWHERE, link.attr("href")).stream())
        .filter(Links::isWeb)
        .map((URI link) -> Links.normalise(link))
        .findFirst();
  }
}
