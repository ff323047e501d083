package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads what stands in boxes of raw HTML with {@code markdown="1"} as Markdown, as kramdown does: their tags are blocks of one line. One object
 * serves one parser.
 */
final class MarkdownBoxes implements BlockParserFactory {
  private static final int MOST_INDENT = 3;
  /** Deeper boxes are raw HTML. */
  private static final int MOST_OPEN = 64;

  private static final String SIGN = "markdown";
  static final Pattern OPENING = Pattern.compile(
      "(?i)<([a-z][a-z0-9]*)(?=\\s)(?=[^<>]*\\smarkdown(?:=([\"']?)(?:1|block|span|true)\\2)?[\\s>])(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>[ \\t]*");

  /** A line that would begin a block of raw HTML in a box that can be folded. */
  private static final Pattern SUMMARY = Pattern.compile("(?i)<summary\\b.*</summary>[ \\t]*");

  private static final Pattern CLOSING = Pattern.compile("</([A-Za-z][A-Za-z0-9]*)\\s*>[ \\t]*");

  /** A tag alone on its line. */
  private static final Pattern OUTER =
      Pattern.compile("[ \\t]*<([A-Za-z][A-Za-z0-9]*)(?:\\s[^<>]*)?>[ \\t]*");

  /** The beginning of a tag that goes on in the next line. */
  private static final Pattern BEGUN = Pattern.compile("<[A-Za-z][A-Za-z0-9]*(?:\\s[^<>]*)?");

  private boolean isUsed;
  private String text = "";
  /** The lines with nothing but the tag of a box directly around one of Markdown. */
  private final Set<Integer> outer = new HashSet<>();

  private final Deque<String> open = new ArrayDeque<>();

  /** Takes the text that is parsed next. */
  String begin(String next) {
    text = next;
    isUsed = text.contains(SIGN);
    open.clear();
    outer.clear();
    List<String> lines = isUsed ? text.lines().toList() : List.of();
    boolean isAbove = false;
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher opening = OPENING.matcher(lines.get(i).strip());
      Matcher tag = OUTER.matcher(lines.get(i));
      boolean isOuter = isAbove && tag.matches() && Sanitizer.CONTAINERS.contains(name(tag));
      if (isOuter) {
        outer.add(i);
      }
      isAbove = isOuter || (opening.matches() && isBlock(name(opening)));
    }
    return text;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    if (!isUsed || state.getIndent() > MOST_INDENT) {
      return BlockStart.none();
    }
    CharSequence line = state.getLine().getContent();
    int at = state.getNextNonSpaceIndex();
    Matcher opening = OPENING.matcher(line).region(at, line.length());
    Matcher closing = CLOSING.matcher(line).region(at, line.length());
    if (opening.lookingAt() && isBlock(name(opening)) && open.size() < MOST_OPEN) {
      boolean isLayout = Sanitizer.CONTAINERS.contains(name(opening));
      if (opening.end() == line.length()) {
        open.push(name(opening));
        return start(new TagParser(isWithoutTag(name(opening))), at);
      }
      return isLayout ? start(new TextParser(), at) : BlockStart.none();
    }
    if (BEGUN.matcher(line).region(at, line.length()).matches() && open.size() < MOST_OPEN) {
      Matcher whole = OPENING.matcher(text);
      whole.region(state.getLine().getSourceSpan().getInputIndex() + at, text.length());
      if (whole.lookingAt()
          && isBlock(name(whole))
          && !whole.group().contains("\n\n")
          && (whole.hitEnd() || text.startsWith("\n", whole.end()))) {
        open.push(name(whole));
        return start(
            new TagParser(isWithoutTag(name(whole)), (int) whole.group().lines().count()), at);
      }
    }
    Matcher around = OUTER.matcher(line);
    if (outer.contains(Callouts.lineOf(state)) && around.matches() && open.size() < MOST_OPEN) {
      open.push(name(around));
      return start(new TagParser(true), at);
    }
    if (closing.matches() && open.removeFirstOccurrence(name(closing))) {
      return start(new TagParser(isWithoutTag(name(closing))), at);
    }
    Matcher summary = SUMMARY.matcher(line).region(at, line.length());
    return !open.isEmpty() && summary.matches()
        ? start(new TagParser(false), at)
        : BlockStart.none();
  }

  private static BlockStart start(BlockParser block, int at) {
    return BlockStart.of(block).atIndex(at);
  }

  private static String name(Matcher tag) {
    return tag.group(1).toLowerCase(Locale.ROOT);
  }

  /** The blocks in a paragraph are paragraphs themselves. */
  private static boolean isWithoutTag(String name) {
    return name.equals("p") || Sanitizer.CONTAINERS.contains(name);
  }

  private static boolean isBlock(String name) {
    return RawHtml.isKnown(name) && !RawHtml.isInline(name);
  }

  /** Reads one line with a tag alone, or several lines. */
  private static final class TagParser extends AbstractBlockParser {
    private final HtmlBlock block = new HtmlBlock();
    private final StringJoiner tag = new StringJoiner("\n");
    private final boolean isLayout;
    private int linesLeft;

    TagParser(boolean isLayout) {
      this(isLayout, 1);
    }

    TagParser(boolean isLayout, int lines) {
      this.isLayout = isLayout;
      this.linesLeft = lines;
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return linesLeft > 0 ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
      linesLeft--;
      tag.add(line.getContent());
      block.setLiteral(isLayout ? "" : tag.toString());
    }
  }

  /** Reads a paragraph that begins with a tag. */
  private static final class TextParser extends AbstractBlockParser {
    private final Paragraph block = new Paragraph();
    private final List<SourceLine> lines = new ArrayList<>();

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
      lines.add(line);
    }

    @Override
    public void parseInlines(InlineParser inlines) {
      inlines.parse(SourceLines.of(lines), block);
    }
  }
}
