package org.offprint.issue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Finds a title for an item: its sub-heading; the text of a leading link that is no URL; a leading
 * short paragraph or bold text; the first sentence. Never empty.
 */
final class ItemTitle {
  private static final int LONGEST = 90;
  private static final int LONGEST_GIVEN = 140;

  private static final Pattern LAST_MARK = Pattern.compile("[.:]$");
  private static final Pattern FULL_STOP = Pattern.compile("(?<![.])\\.$");
  private static final Set<String> BOLD = Set.of("strong", "b");

  private ItemTitle() {}

  static String of(ItemDraft item) {
    return subheading(item)
        .or(() -> leading(item, Links::leaves).filter(text -> !PlainText.isUrl(text)))
        .or(() -> titleParagraph(item))
        .or(() -> leading(item, element -> BOLD.contains(element.normalName())))
        .map(title -> PlainText.cut(title, LONGEST_GIVEN))
        .or(() -> firstSentence(item))
        .or(() -> linkOrPicture(item))
        .orElse("Untitled");
  }

  private static Optional<String> subheading(ItemDraft item) {
    return item.elements()
        .findFirst()
        .filter(element -> ItemCutter.headingLevel(element) > 0)
        .flatMap(element -> words(PlainText.withoutMarks(element)));
  }

  /** The text of the element of that kind with which the item's words begin. */
  private static Optional<String> leading(ItemDraft item, Predicate<Element> kind) {
    for (Node node : item.nodes()) {
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

  private static Optional<TextNode> firstText(Node node) {
    return node.nodeStream(TextNode.class).filter(text -> !text.isBlank()).findFirst();
  }

  private static Optional<String> titleParagraph(ItemDraft item) {
    List<Element> blocks = item.elements().toList();
    return blocks.size() > 1 && blocks.get(0).normalName().equals("p")
        ? words(PlainText.withoutBareLinks(blocks.get(0)))
            .filter(text ->
                text.length() <= LONGEST && ".,;:".indexOf(text.charAt(text.length() - 1)) < 0)
        : Optional.empty();
  }

  private static Optional<String> firstSentence(ItemDraft item) {
    return words(PlainText.firstSentence(item.text()))
        .map(sentence -> PlainText.cut(FULL_STOP.matcher(sentence).replaceFirst(""), LONGEST))
        .filter(title -> !title.isEmpty());
  }

  private static Optional<String> linkOrPicture(ItemDraft item) {
    return item.links().stream()
        .map(link -> link.toString().replaceFirst("^https?://", "").replaceFirst("/$", ""))
        .findFirst()
        .or(() -> item.elements()
            .flatMap(element -> element.stream().filter(image -> image.hasAttr("alt")))
            .flatMap(image -> words(image.attr("alt")).stream())
            .findFirst())
        .map(title -> PlainText.cut(title, LONGEST_GIVEN));
  }

  private static Optional<String> words(String text) {
    return Optional.of(PlainText.fold(text)).filter(folded -> !folded.isEmpty());
  }
}
