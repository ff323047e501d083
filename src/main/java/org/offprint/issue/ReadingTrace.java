package org.offprint.issue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jsoup.nodes.Element;

/** Records how one file is read, for {@code offprint explain}; everyday reading has none. For one thread, and one file. */
public final class ReadingTrace {
  /** The attribute that takes the lines of a block from its source to its element. */
  static final String LINES = "data-lines";

  private static final Pattern LINES_OF_BLOCK = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final Pattern FIRST_TAG = Pattern.compile("^\\s*<[A-Za-z][\\w-]*");
  private static final String COMMENT = "<!--";
  /** The destinations of definitions that are written to be seen by nobody. */
  private static final Set<String> NOWHERE = Set.of("", "#");

  private final List<Heading> headings = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Piece> comments = new ArrayList<>();
  private final IdentityHashMap<Element, Heading> found = new IdentityHashMap<>();
  private Origins origins = new Origins("", "");
  private int linesBefore;

  /** The place of title and date in the file. */
  public record Origins(String ofTitle, String ofDate) {}

  /**
   * Lines of the file, counted from 1.
   *
   * @param first 0 if they are not known
   */
  public record Lines(int first, int last) {
    private static final Lines UNKNOWN = new Lines(0, 0);

    private static Lines of(Stream<Element> elements) {
      List<Lines> all = elements
          .flatMap(Element::stream)
          .map(element -> LINES_OF_BLOCK.matcher(element.attr(LINES)))
          .filter(Matcher::matches)
          .map(match ->
              new Lines(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
          .toList();
      return all.isEmpty()
          ? UNKNOWN
          : new Lines(
              all.stream().mapToInt(Lines::first).min().orElse(0),
              all.stream().mapToInt(Lines::last).max().orElse(0));
    }

    @Override
    public String toString() {
      return first == 0 ? "?" : first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  /**
   * A heading of the file.
   *
   * @param level the author's
   * @param use what is made of it
   */
  public record Heading(Lines lines, int level, String text, String use) {
    private static final String SECTION = "section";

    /** Returns true if it divides the issue. */
    public boolean isSection() {
      return use.equals(SECTION);
    }
  }

  /**
   * A block.
   *
   * @param how the rule that made an item of it, or the reason why it is none
   */
  public record Piece(Lines lines, boolean isItem, String how) {}

  /**
   * The content under a section heading, or the whole of an issue without one.
   *
   * @param pieces the items in their order, and what is no item
   */
  public record Part(Lines lines, ItemRule rule, List<Piece> pieces) {}

  /** Returns the origins of title and date; empty texts if the file has none. */
  public Origins origins() {
    return origins;
  }

  /** Returns all headings in their order. */
  public List<Heading> headings() {
    return List.copyOf(headings);
  }

  /** Returns the parts of the issue in their order. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Returns the comments, which nobody sees, by their lines. */
  public List<Piece> comments() {
    return comments.stream()
        .sorted(Comparator.comparingInt(comment -> comment.lines().first()))
        .toList();
  }

  void takeOrigins(String ofTitle, String ofDate) {
    origins = new Origins(ofTitle, ofDate);
  }

  /** Begins with a document whose first line has this place in the file, counted from 0. */
  void begin(Node document, int firstLine) {
    linesBefore = firstLine;
    document.accept(new AbstractVisitor() {
      @Override
      public void visit(HtmlBlock block) {
        takeComment(block.getLiteral(), block);
      }

      @Override
      public void visit(HtmlInline tag) {
        Node block = tag.getParent();
        while (block != null && !(block instanceof Block)) {
          block = block.getParent();
        }
        if (block != null) {
          takeComment(tag.getLiteral(), block);
        }
      }

      @Override
      public void visit(LinkReferenceDefinition definition) {
        if (NOWHERE.contains(definition.getDestination())) {
          takeComment(COMMENT, definition);
        }
      }
    });
  }

  /** Takes a comment of a template language, or of Obsidian. */
  void takeComment(int firstLine, int lastLine) {
    comments.add(new Piece(new Lines(firstLine, lastLine), false, "a comment"));
  }

  private void takeComment(String literal, Node block) {
    if (literal.contains(COMMENT)) {
      linesOf(block)
          .ifPresent(lines -> comments.add(new Piece(
              Lines.of(Stream.of(new Element("p").attr(LINES, lines))), false, "a comment")));
    }
  }

  /** Returns the lines of a block as the value of {@link #LINES}. */
  Optional<String> linesOf(Node node) {
    List<SourceSpan> spans = node instanceof Block ? node.getSourceSpans() : List.of();
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(lineAt(spans, 0) + "-" + lineAt(spans, spans.size()));
  }

  /** Returns the HTML of an element with its lines, counted from 0 in its block. */
  String marked(String html, Node block, int first, int last) {
    List<SourceSpan> lines = block.getSourceSpans();
    if (lines.isEmpty()) {
      return html;
    }
    String mark = " %s=\"%d-%d\"".formatted(LINES, lineAt(lines, first), lineAt(lines, last));
    return FIRST_TAG
        .matcher(html)
        .replaceFirst(tag -> Matcher.quoteReplacement(tag.group() + mark));
  }

  private int lineAt(List<SourceSpan> lines, int index) {
    return linesBefore + lines.get(Math.min(index, lines.size() - 1)).getLineIndex() + 1;
  }

  /** Takes the headings of a body before their levels are changed. */
  void takeHeadings(Element body) {
    body.stream()
        .filter(element -> ItemCutter.headingLevel(element) > 0)
        .forEach(heading -> found.put(
            heading,
            new Heading(
                Lines.of(Stream.of(heading)),
                ItemCutter.headingLevel(heading),
                PlainText.ofHeading(heading),
                "")));
  }

  /** Takes the use of the headings. */
  void takeOutline(Element body, String title, Outline outline) {
    Set<Element> sections = Collections.newSetFromMap(new IdentityHashMap<>());
    outline.sections().forEach(section -> sections.add(section.heading()));
    Set<org.jsoup.nodes.Node> lead = Collections.newSetFromMap(new IdentityHashMap<>());
    lead.addAll(outline.lead());
    Optional<String> top =
        outline.title().filter(heading -> !heading.isNamed()).map(Issue.TopHeading::text);
    body.stream().filter(found::containsKey).forEach(element -> {
      Heading heading = found.getOrDefault(element, new Heading(Lines.UNKNOWN, 0, "", ""));
      boolean isTitle = PlainText.name(heading.text()).equals(PlainText.name(title));
      boolean isTop =
          lead.contains(element) && top.filter(heading.text()::equals).isPresent();
      String use = sections.contains(element)
          ? Heading.SECTION
          : ItemCutter.headingLevel(element) == 0
              ? "none: it has no words"
              : !body.equals(element.parent())
                  ? "none: it stands in a quotation, a list or a box"
                  : isTitle
                      ? "none: it says the title of the issue"
                      : isTop
                          ? "none: it stands alone above deeper ones, so it counts as a title; list it under \"sections\" in offprint.yaml if it is a section"
                          : lead.contains(element)
                              ? "none: it stands alone before the first section"
                              : "sub-heading";
      headings.add(new Heading(heading.lines(), heading.level(), heading.text(), use));
    });
  }

  /** Takes the items of one part. */
  void takePart(
      Optional<Element> heading,
      List<org.jsoup.nodes.Node> nodes,
      ItemRule rule,
      List<ItemDraft> items) {
    List<Piece> pieces = new ArrayList<>();
    Set<org.jsoup.nodes.Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    items.forEach(item -> {
      taken.addAll(item.whole());
      pieces.add(new Piece(
          Lines.of(item.holder().map(Stream::of).orElseGet(item::elements)), true, item.how()));
    });
    Predicate<org.jsoup.nodes.Node> isTaken = taken::contains;
    nodes.stream()
        .filter(isTaken.negate())
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(block -> block.children().stream().noneMatch(isTaken))
        .filter(block -> !block.normalName().equals("hr"))
        .forEach(
            block -> pieces.add(new Piece(Lines.of(Stream.of(block)), false, reason(block, rule))));
    parts.add(new Part(Lines.of(heading.stream()), rule, inOrder(pieces)));
  }

  private static String reason(Element block, ItemRule rule) {
    if (!ItemCutter.hasWords(block)) {
      return "a filler that shows nothing";
    }
    if (rule == ItemRule.NONE) {
      return "items: none";
    }
    if (ItemCutter.headingLevel(block) > 0) {
      return "the heading of a group";
    }
    return rule == ItemRule.AUTO
        ? "words beside the items, without a link of their own"
        : "nothing that items: " + rule.name().toLowerCase(Locale.ROOT) + " takes";
  }

  /** Puts what is no item to its place between the items, which keep their order. */
  private static List<Piece> inOrder(List<Piece> pieces) {
    List<Piece> ordered = new ArrayList<>(pieces.stream().filter(Piece::isItem).toList());
    pieces.stream().filter(piece -> !piece.isItem()).forEach(piece -> {
      int place = IntStream.range(0, ordered.size())
          .filter(i -> ordered.get(i).lines().first() > piece.lines().first())
          .findFirst()
          .orElse(ordered.size());
      ordered.add(place, piece);
    });
    return List.copyOf(ordered);
  }
}
