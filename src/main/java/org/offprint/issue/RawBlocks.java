package org.offprint.issue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Ends raw HTML that is never closed at the next blank line: {@code <pre>}, {@code <script>} and others, which CommonMark reads to the
 * end of the file. One object serves one parser.
 */
final class RawBlocks implements BlockParserFactory {
  private static final int MOST_INDENT = 3;
  private static final Pattern OPENING =
      Pattern.compile("(?i)<(?:(?:script|pre|style|textarea)(?=[\\s>]|$)|\\?|!\\[CDATA\\[|![A-Z])");
  private static final Pattern END_OF_DECLARATION = Pattern.compile("(>)|\\n[ \\t>]*+\\n");
  private static final Map<String, Pattern> END =
      Map.of("?", Pattern.compile("(\\?>)"), "![cdata[", Pattern.compile("(]]>)"));

  private String text = "";

  /** The place in the text from which on an element is not closed any more. */
  private final Map<String, Integer> unclosedFrom = new HashMap<>();

  /** Takes the text that is parsed next. */
  String begin(String next) {
    text = next;
    unclosedFrom.clear();
    return next;
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    SourceLine line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    Matcher opening = OPENING.matcher(line.getContent());
    boolean isOpen = state.getIndent() <= MOST_INDENT
        && opening.region(at, line.getContent().length()).lookingAt()
        && isUnclosed(opening.group(), line.getSourceSpan().getInputIndex() + at);
    return isOpen
        ? BlockStart.of(new UnclosedParser(opening.group())).atIndex(state.getIndex())
        : BlockStart.none();
  }

  /** Another beginning of its kind, or the end of the text, comes before the end. */
  private boolean isUnclosed(String opening, int place) {
    if (opening.startsWith("<!") && !opening.startsWith("<![")) {
      Matcher end = END_OF_DECLARATION.matcher(text);
      return !end.find(place) || end.start(1) < 0;
    }
    String name = opening.substring(1).toLowerCase(Locale.ROOT);
    if (place >= unclosedFrom.getOrDefault(name, Integer.MAX_VALUE)) {
      return true;
    }
    Matcher end = END.getOrDefault(
            name,
            Pattern.compile("(?i)(</" + Pattern.quote(name) + ">)|\\n {0,3}<" + Pattern.quote(name)
                + "(?=[\\s>])"))
        .matcher(text);
    if (!end.find(place + 1)) {
      unclosedFrom.put(name, place);
      return true;
    }
    return end.start(1) < 0;
  }

  /** A block that was ended. */
  static final class Unclosed extends HtmlBlock {}

  /** Reads one block. */
  private static final class UnclosedParser extends AbstractBlockParser {
    private final Unclosed block = new Unclosed();
    private final StringJoiner lines = new StringJoiner("\n");
    private final String ending;

    UnclosedParser(String opening) {
      this.ending = opening.equalsIgnoreCase("<pre") ? "\n</pre>" : "";
    }

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
      lines.add(line.getContent());
    }

    @Override
    public void closeBlock() {
      block.setLiteral(lines + ending);
    }
  }
}
