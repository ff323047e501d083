package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/** Finds the raw tags of a document that are never closed. */
final class UnclosedTags extends AbstractVisitor {
  /** Elements that have no end, or whose end may be left out. */
  private static final Set<String> NEED_NO_END = Set.of(
      "area",
      "base",
      "basefont",
      "body",
      "br",
      "caption",
      "col",
      "colgroup",
      "dd",
      "dt",
      "embed",
      "frame",
      "head",
      "hr",
      "html",
      "img",
      "input",
      "keygen",
      "li",
      "link",
      "meta",
      "optgroup",
      "option",
      "p",
      "param",
      "rp",
      "rt",
      "source",
      "tbody",
      "td",
      "tfoot",
      "th",
      "thead",
      "tr",
      "track",
      "wbr");

  private static final Set<String> LETTERS = Set.of("big", "center", "font");

  /** The ends of what is no element. */
  private static final Map<String, String> ENDS = Map.of("<?", "?>", "<![CDATA[", "]]>");

  private final Deadline deadline;
  /** The tags that are open, the last one of each element first. */
  private final Map<String, Deque<Tag>> open = new LinkedHashMap<>();
  /** Those that were open where a later part began. */
  private final Map<String, Deque<Tag>> ended = new LinkedHashMap<>();

  private final List<Tag> closedTooLate = new ArrayList<>();

  /**
   * A tag that is never closed.
   *
   * @param name the name of its element, in lower case
   * @param line counted from 1; 0 if the document has no positions
   * @param message the fault and its remedy
   */
  record Tag(String name, int line, String message) {
    private static Tag of(String name, int line) {
      return new Tag(
          name,
          line,
          "<%s> is never closed; add </%s>, or put it between backticks if no tag is meant"
              .formatted(name, name));
    }

    private Tag closedTooLate() {
      return new Tag(
          name,
          line,
          "<%s> is closed behind a later heading, but ends at that; close it above the heading"
              .formatted(name));
    }

    private static Tag ofBlock(String start, String end, int line) {
      return new Tag(
          start,
          line,
          "%s is never closed, so it ends at the next blank line; add %s".formatted(start, end));
    }
  }

  private UnclosedTags(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Returns the tags by line. */
  static List<Tag> of(Node document, Deadline deadline) {
    UnclosedTags tags = new UnclosedTags(deadline);
    document.accept(tags);
    return Stream.of(
            tags.open.values().stream().flatMap(Deque::stream),
            tags.ended.values().stream().flatMap(Deque::stream),
            tags.closedTooLate.stream())
        .flatMap(found -> found)
        .sorted(Comparator.comparingInt(Tag::line))
        .toList();
  }

  /** Returns true for an element that has an end, and that is more than letters of another kind. */
  static boolean isBox(String name) {
    return RawHtml.isKnown(name)
        && !NEED_NO_END.contains(name)
        && !LETTERS.contains(name)
        && !RawHtml.isInline(name)
        && !RawHtml.isHidden(name)
        && !Embeds.isOne(name);
  }

  /** A tag in a heading may be the name of an element. */
  @Override
  public void visit(Heading heading) {
    beginPart(heading);
  }

  /** Each part is closed alone, so nothing reaches from one into the next. */
  private void beginPart(Node heading) {
    if (Headings.beginsPart(heading)) {
      open.forEach(
          (name, tags) -> tags.descendingIterator().forEachRemaining(tag -> push(ended, tag)));
      open.clear();
    }
  }

  /** The names of elements in titles are words. */
  @Override
  public void visit(Paragraph paragraph) {
    ElementNames.makeWords(paragraph, false);
    visitChildren(paragraph);
  }

  @Override
  public void visit(HtmlInline tag) {
    take(tag.getLiteral(), lineOf(tag, 0));
  }

  @Override
  public void visit(HtmlBlock block) {
    beginPart(block);
    String literal = block.getLiteral();
    String start = literal.stripLeading();
    Optional<String> name = RawHtml.nameAt(start + " ", 0);
    if (block instanceof RawBlocks.Unclosed && name.isPresent()) {
      push(open, Tag.ofBlock("<" + name.get() + ">", "</" + name.get() + ">", lineOf(block, 0)));
    } else if (block instanceof RawBlocks.Unclosed) {
      ENDS.forEach((begin, end) -> {
        if (start.startsWith(begin)) {
          push(open, Tag.ofBlock(begin, end, lineOf(block, 0)));
        }
      });
    }
    if (!RawHtml.beginsAsText(literal)) {
      takeTags(block, ElementNames.inHeadings(literal));
    }
  }

  private static void push(Map<String, Deque<Tag>> tags, Tag tag) {
    tags.computeIfAbsent(tag.name(), name -> new ArrayDeque<>()).push(tag);
  }

  private static Optional<Tag> pop(Map<String, Deque<Tag>> tags, String name) {
    return Optional.ofNullable(tags.get(name)).flatMap(found -> Optional.ofNullable(found.poll()));
  }

  private void takeTags(HtmlBlock block, String literal) {
    int line = 0;
    int counted = 0;
    int next;
    for (int at = literal.indexOf('<'); at >= 0; at = literal.indexOf('<', next)) {
      deadline.check();
      next = at + 1;
      if (literal.startsWith("<!--", at)) {
        int end = literal.indexOf("-->", at);
        next = end < 0 ? literal.length() : end;
      } else if (RawHtml.nameAt(literal, at).isPresent()) {
        int end = RawHtml.endOfTag(literal, at);
        if (end > 0) {
          line += linesIn(literal.substring(counted, at));
          counted = at;
          String tag = literal.substring(at, end);
          take(tag, lineOf(block, line));
          next = behindHidden(literal, tag, end);
        }
      }
    }
  }

  private static int linesIn(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** Returns the place where the content of a script or drawing ends; behind one without an end there is none. */
  private int behindHidden(String literal, String tag, int end) {
    return RawHtml.nameAt(tag, 0)
        .filter(RawHtml::isHidden)
        .filter(name ->
            Optional.ofNullable(open.get(name)).filter(tags -> tags.size() == 1).isPresent())
        .map(name -> Pattern.compile("(?i)</" + name + "[\\s>]").matcher(literal))
        .filter(closing -> closing.find(end))
        .map(Matcher::start)
        .orElse(end);
  }

  private void take(String tag, int line) {
    Optional<String> found =
        RawHtml.nameAt(tag, 0).filter(name -> !NEED_NO_END.contains(name) && RawHtml.isKnown(name));
    if (found.isEmpty() || tag.endsWith("/>")) {
      return;
    }
    if (!tag.startsWith("</")) {
      push(open, Tag.of(found.get(), line));
    } else if (pop(open, found.get()).isEmpty()) {
      pop(ended, found.get())
          .filter(start -> !Sanitizer.CONTAINERS.contains(start.name()))
          .ifPresent(start -> closedTooLate.add(start.closedTooLate()));
    }
  }

  private static int lineOf(Node node, int within) {
    List<SourceSpan> lines = node.getSourceSpans();
    return lines.isEmpty()
        ? 0
        : 1 + lines.get(Math.min(within, lines.size() - 1)).getLineIndex();
  }
}
