package org.offprint.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The nodes that make one item, before they are written: its words, links and title.
 *
 * @param holder the list entry that holds the nodes; empty if they are blocks of their own
 * @param nodes neighbours in the document, at least one of them an element
 * @param group the sub-heading above several items
 * @param how the rule that made it, for people
 */
record ItemDraft(Optional<Element> holder, List<Node> nodes, Optional<String> group, String how) {
  private static final int LONGEST_TITLE = 90;
  private static final int LONGEST_GIVEN_TITLE = 140;

  private static final Pattern LAST_MARK = Pattern.compile("[.:]$");
  private static final Pattern FULL_STOP = Pattern.compile("(?<![.])\\.$");
  /** The number of an entry; in Latin script it has a blank after it. */
  private static final Pattern NUMBER = Pattern.compile(
      "^\\s*[(（]?(?:\\d{1,3}(?:[、）．]\\s*|[.)](?:\\s+|$))|[一二三四五六七八九十百]{1,4}[、）．]\\s*)");

  private static final Pattern EMOJI = Pattern.compile("\\s*(?::[a-z][a-z0-9_+-]{1,30}:\\s*)+");

  private static final Pattern FIRST_MARKS = Pattern.compile("^(?:[,;:.)–—-]+(?:\\s+|$))+");

  static final Set<String> BOLD = Set.of("strong", "b");

  static ItemDraft ofBlocks(List<Node> nodes) {
    return new ItemDraft(Optional.empty(), List.copyOf(nodes), Optional.empty(), "");
  }

  static ItemDraft ofListEntry(Element entry) {
    return new ItemDraft(Optional.of(entry), List.copyOf(entry.childNodes()), Optional.empty(), "");
  }

  /** Returns a copy below a sub-heading, unless it has a deeper one. */
  ItemDraft in(String heading) {
    return new ItemDraft(holder, nodes, group.or(() -> words(heading)), how);
  }

  /** Returns a copy that says how it was made. */
  ItemDraft by(String rule) {
    return new ItemDraft(holder, nodes, group, rule);
  }

  /** The first link to a web page, in the form in which links are compared. */
  Optional<String> primary() {
    return elements().flatMap(element -> LinkLayout.primary(element).stream()).findFirst();
  }

  /** The element that a link to the item leads to. */
  Element anchorElement() {
    return holder.or(() -> elements().findFirst()).orElseThrow();
  }

  /** The nodes that go when the item goes. */
  List<Node> whole() {
    return holder.<List<Node>>map(List::of).orElse(nodes);
  }

  Stream<Element> elements() {
    return nodes.stream().filter(Element.class::isInstance).map(Element.class::cast);
  }

  List<URI> links() {
    return elements().flatMap(element -> linksOf(element).stream()).distinct().toList();
  }

  /** Returns the links of an element to web pages. */
  static List<URI> linksOf(Element element) {
    return Links.leavingFrom(element)
        .flatMap(link -> Links.resolve(Links.NOWHERE, link.attr("href")).stream())
        .filter(Links::isWeb)
        .distinct()
        .toList();
  }

  /** The visible text, bare URLs left out. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element element) {
        String words = PlainText.withoutBareLinks(element);
        text.append(element.isBlock() ? " " + words + " " : words);
      }
    }
    return PlainText.fold(text.toString());
  }

  /** Returns the identity of an item without a link: its text, or its pictures if it has no text. */
  String identity() {
    String text = text();
    return text.isEmpty()
        ? elements()
            .flatMap(
                element -> element.stream().filter(inner -> inner.normalName().equals("img")))
            .map(image -> image.attr("src"))
            .collect(Collectors.joining("\n"))
        : text;
  }

  /**
   * Returns a title: the sub-heading; the text of a leading link that is no URL; a leading short paragraph or bold text; the
   * words for a leading picture with a link; the first sentence. Never empty.
   */
  String title() {
    List<Node> told = nodes.stream().filter(node -> !isPicture(node)).toList();
    ItemDraft words = new ItemDraft(holder, told, group, how);
    return words.titleInWords().or(this::linkOrPicture).or(this::anything).orElse("Untitled");
  }

  /** Returns true for a picture without a word that could be the title of an item. */
  static boolean isNamelessPicture(Node node) {
    return node instanceof Element element
        && isPicture(element)
        && element.select("img[alt~=\\S]").isEmpty();
  }

  /** A caption is no title. */
  static boolean isPicture(Node node) {
    return node instanceof Element element && LinkLayout.isPicture(element);
  }

  /** Returns true for neighbours with the same first link, unless each is a text that ends with it. */
  static boolean areOneStory(List<Node> first, List<Node> second) {
    Optional<String> link = ofBlocks(second).primary();
    return link.isPresent()
        && link.equals(ofBlocks(first).primary())
        && !(endsWithLink(first) && endsWithLink(second));
  }

  private static boolean endsWithLink(List<Node> nodes) {
    return ofBlocks(nodes)
        .elements()
        .filter(ItemCutter::hasLink)
        .findFirst()
        .filter(LinkLayout::endsWithLink)
        .isPresent();
  }

  private Optional<String> titleInWords() {
    return subheading()
        .or(() -> leading(Links::leaves).filter(text -> !PlainText.isUrl(text)))
        .or(this::labelledLink)
        .or(this::titleParagraph)
        .or(() -> leading(element -> BOLD.contains(element.normalName()) && !isLabel(element))
            .filter(text -> !Callouts.isKind(text)))
        .or(this::leadingPicture)
        .map(title -> PlainText.cut(title, LONGEST_GIVEN_TITLE))
        .or(this::firstSentence);
  }

  /** The text of a link behind one bold word with a colon, which says only what the link is. */
  private Optional<String> labelledLink() {
    return nodes.stream()
        .flatMap(node -> firstText(node).stream())
        .findFirst()
        .flatMap(first -> ancestor(first, element -> BOLD.contains(element.normalName())))
        .filter(bold -> bold.text().strip().indexOf(' ') < 0)
        .filter(bold -> bold.nextElementSibling() != null)
        .filter(bold -> (bold.text().strip() + textBehind(bold)).matches("[^:：]+[:：]"))
        .map(Element::nextElementSibling)
        .filter(Links::leaves)
        .flatMap(link -> words(PlainText.withoutMarks(link)))
        .filter(text -> !PlainText.isUrl(text));
  }

  /** The words between an element and the next one. */
  private static String textBehind(Element element) {
    return element.nextSibling() instanceof TextNode text ? text.getWholeText().strip() : "";
  }

  /** Returns true for the first word of a quotation, before a colon: it names a kind of box. */
  private static boolean isLabel(Element bold) {
    return bold.nextSibling() instanceof TextNode text
        && text.getWholeText().startsWith(":")
        && bold.parents().is("blockquote")
        && bold.text().indexOf(' ') < 0;
  }

  private Optional<String> subheading() {
    return elements()
        .dropWhile(LinkLayout::isPictorial)
        .findFirst()
        .filter(element -> ItemCutter.headingLevel(element) > 0)
        .flatMap(element -> words(PlainText.ofHeading(element)));
  }

  /** The text of the element of that kind with which the item's words begin. */
  private Optional<String> leading(Predicate<Element> kind) {
    for (Node node : nodes) {
      Optional<TextNode> first = firstText(node);
      if (first.isPresent()) {
        return ancestor(first.get(), kind)
            .flatMap(element -> words(PlainText.withoutMarks(element)))
            .map(text -> LAST_MARK.matcher(text).replaceFirst(""))
            .filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static Optional<Element> ancestor(Node node, Predicate<Element> kind) {
    for (Node above = node.parent(); above != null; above = above.parent()) {
      if (above instanceof Element element && kind.test(element)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** The first words of a node, after its number and its emoji. */
  private static Optional<TextNode> firstText(Node node) {
    return node.nodeStream(TextNode.class)
        .filter(text -> PlainText.hasLetters(withoutNumber(text.getWholeText())))
        .filter(text -> !EMOJI.matcher(text.getWholeText()).matches())
        .findFirst();
  }

  private static String withoutNumber(String text) {
    return NUMBER.matcher(text).replaceFirst("");
  }

  /** Returns a text without its number, and without the punctuation that a bare address before it leaves. */
  private static String withoutStart(String text) {
    return FIRST_MARKS.matcher(withoutNumber(text)).replaceFirst("");
  }

  private Optional<String> titleParagraph() {
    List<Element> blocks =
        elements().dropWhile(block -> withoutNumber(block.text()).isEmpty()).toList();
    return blocks.size() > 1 && blocks.get(0).normalName().equals("p")
        ? words(withoutStart(PlainText.withoutBareLinks(blocks.get(0))))
            .filter(text -> text.length() <= LONGEST_TITLE
                && ".,;:".indexOf(text.charAt(text.length() - 1)) < 0)
        : Optional.empty();
  }

  /** The words that stand for the picture with a link that begins the item. */
  private Optional<String> leadingPicture() {
    return elements()
        .findFirst()
        .filter(block -> block.isBlock() && LinkLayout.isPictorial(block))
        .flatMap(ItemDraft::linkedPicture);
  }

  private static Optional<String> linkedPicture(Element element) {
    return Links.leavingFrom(element)
        .flatMap(link -> link.select("img[alt]").stream())
        .flatMap(image -> words(image.attr("alt")).stream())
        .findFirst();
  }

  private Optional<String> firstSentence() {
    return words(PlainText.firstSentence(withoutStart(text())))
        .map(sentence -> PlainText.cut(FULL_STOP.matcher(sentence).replaceFirst(""), LONGEST_TITLE))
        .filter(title -> !title.isEmpty());
  }

  private Optional<String> linkOrPicture() {
    return elements()
        .flatMap(element -> linkedPicture(element).stream())
        .findFirst()
        .or(() -> links().stream()
            .map(link -> link.toString().replaceFirst("^https?://", "").replaceFirst("/$", ""))
            .findFirst())
        .or(() -> elements()
            .flatMap(element -> element.stream().filter(image -> image.hasAttr("alt")))
            .flatMap(image -> words(image.attr("alt")).stream())
            .findFirst())
        .map(title -> PlainText.cut(title, LONGEST_GIVEN_TITLE));
  }

  private Optional<String> anything() {
    return elements()
        .flatMap(element -> Stream.concat(
            Stream.of(element.text()), Links.leavingFrom(element).map(link -> link.attr("href"))))
        .flatMap(text -> words(text).stream())
        .findFirst()
        .or(() -> elements()
            .flatMap(element -> element.select("img").stream())
            .flatMap(picture -> words(Pictures.name(picture)).stream())
            .findFirst())
        .map(title -> PlainText.cut(title, LONGEST_GIVEN_TITLE));
  }

  private static Optional<String> words(String text) {
    return Optional.of(PlainText.fold(text)).filter(folded -> !folded.isEmpty());
  }
}
