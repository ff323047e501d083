package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads the boxes of other generators as quotations with a bold first word: {@code > [!NOTE]} of GitHub, {@code :::tip} of Docusaurus and
 * VuePress. One of an unknown kind leaves what it holds. One object serves one parser.
 */
final class Callouts implements BlockParserFactory {
  private static final Set<String> KINDS = Set.of(
      "attention",
      "caution",
      "danger",
      "details",
      "error",
      "example",
      "hint",
      "important",
      "info",
      "note",
      "question",
      "success",
      "tip",
      "warning");
  private static final int MOST_INDENT = 3;
  /** Deeper boxes are none: those further out are forgotten. */
  private static final int MOST_OPEN = 64;

  private static final String PREFIX = "[ \\t>]*+";
  private static final Pattern COLONS = Pattern.compile(PREFIX + "(:{3,})[ \\t]*+([^:\\s].*)?");
  private static final Pattern FENCE = Pattern.compile(PREFIX + "(`{3,}+(?=[^`]*$)|~{3,}+)(.*)");
  /** Several words between colons on one line. */
  private static final Pattern LINE_OF_TEXT =
      Pattern.compile(PREFIX + ":{3,}+[ \\t]*+[^\\s{}:]++[ \\t]++[^\\s{}:].*:{3,}[ \\t]*+");

  private static final String KIND = "([\\p{L}\\p{N}_-]++)";
  private static final String ATTRIBUTES = "(?:\"[^\"]*\"|'[^']*'|[^{}])*+\\}";
  /** A kind, in braces with attributes or not. */
  private static final Pattern OPENING = Pattern.compile(
      ":{3,}+[ \\t]*+(?:[.#]?" + KIND + "|\\{[ \\t]*+[.#]?" + KIND + ATTRIBUTES + ")(.*)");
  /** Attributes before or behind a title. */
  private static final Pattern BESIDE_TITLE =
      Pattern.compile("^[ \\t]*+\\{" + ATTRIBUTES + "|\\{" + ATTRIBUTES + "[ \\t]*+$");

  private static final Pattern ALERT =
      Pattern.compile("\\[!([\\p{L}\\p{N}_-]+)(?:\\|[^\\[\\]]*)?][-+]?[ \\t]*(.*)");

  /** The lines on which boxes end, by those on which they begin. */
  private final Map<Integer, Integer> ends = new HashMap<>();

  /** The beginning of a box whose end has not been found yet. */
  private record Opening(int line, int colons) {}

  /** Finds the boxes in the text that is parsed next: those that are never closed are none. */
  String begin(String text) {
    ends.clear();
    Deque<Opening> open = new ArrayDeque<>();
    String fence = "";
    Iterator<String> lines =
        text.contains(":::") ? text.lines().iterator() : List.<String>of().iterator();
    for (int i = 0; lines.hasNext(); i++) {
      String line = lines.next();
      Matcher code = FENCE.matcher(line);
      Matcher colons = COLONS.matcher(line);
      if (code.matches()) {
        boolean isEnd = code.group(1).startsWith(fence) && code.group(2).isBlank();
        fence = fence.isEmpty() ? code.group(1) : isEnd ? "" : fence;
      } else if (fence.isEmpty()
          && colons.matches()
          && !LINE_OF_TEXT.matcher(line).matches()) {
        int count = colons.group(1).length();
        if (Optional.ofNullable(colons.group(2)).isPresent()) {
          open.push(new Opening(i, count));
          if (open.size() > MOST_OPEN) {
            open.removeLast();
          }
        } else {
          close(open, count, i);
        }
      }
    }
    return text;
  }

  /** Closes the innermost box with as many colons, else with fewer: those within it are not closed. */
  private void close(Deque<Opening> open, int colons, int line) {
    open.stream()
        .filter(begun -> begun.colons() == colons)
        .findFirst()
        .or(() -> open.stream().filter(begun -> begun.colons() < colons).findFirst())
        .ifPresent(begun -> {
          while (!open.pop().equals(begun)) {
            // It is not closed.
          }
          ends.put(begun.line(), line);
        });
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    SourceLine line = state.getLine();
    Optional<Integer> end = Optional.ofNullable(ends.get(lineOf(state)));
    Matcher opening = OPENING.matcher(line.getContent());
    return end.isPresent()
            && state.getIndent() <= MOST_INDENT
            && opening
                .region(state.getNextNonSpaceIndex(), line.getContent().length())
                .matches()
        ? BlockStart.of(new BoxParser(kind(opening), title(opening.group(3)), end.get()))
            .atIndex(line.getContent().length())
        : BlockStart.none();
  }

  private static String kind(Matcher opening) {
    return Optional.ofNullable(opening.group(1)).orElseGet(() -> opening.group(2));
  }

  /** Returns the beginning of a line that begins a box, if it does. */
  static Optional<String> beginningOf(String line) {
    Matcher opening = OPENING.matcher(line);
    return opening.matches() && !opening.group(3).stripTrailing().endsWith(":::")
        ? Optional.of(line.substring(0, opening.start(3)))
        : Optional.empty();
  }

  /** Returns the text behind a kind, without attributes and brackets. */
  private static String title(String rest) {
    int end = rest.length();
    while (end > 0 && rest.charAt(end - 1) == ':') {
      end--;
    }
    String title = BESIDE_TITLE.matcher(rest.substring(0, end)).replaceAll("").strip();
    return title.startsWith("[") && title.endsWith("]")
        ? title.substring(1, title.length() - 1)
        : title;
  }

  static int lineOf(ParserState state) {
    return Optional.ofNullable(state.getLine().getSourceSpan()).orElseThrow().getLineIndex();
  }

  /** Returns true for the first word of a box. */
  static boolean isKind(String word) {
    return KINDS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static StrongEmphasis word(String kind) {
    StrongEmphasis word = new StrongEmphasis();
    String lower = kind.toLowerCase(Locale.ROOT);
    word.appendChild(new Text(lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1)));
    return word;
  }

  /** Gives a quotation its bold first word, if it begins with the sign of a box. */
  static void name(BlockQuote quote) {
    if (quote.getFirstChild() instanceof Paragraph paragraph
        && paragraph.getFirstChild() instanceof Text sign) {
      Matcher alert = ALERT.matcher(sign.getLiteral());
      if (alert.matches()) {
        Node lineEnd = sign.getNext();
        paragraph.prependChild(word(alert.group(1)));
        boolean isTitle =
            !alert.group(2).isEmpty() || (lineEnd != null && !(lineEnd instanceof SoftLineBreak));
        if (isTitle) {
          sign.setLiteral(": " + alert.group(2));
          breakLine(lineEnd);
        } else if (lineEnd != null) {
          sign.setLiteral(": ");
          lineEnd.unlink();
        } else {
          sign.unlink();
        }
      }
    }
  }

  /** The title ends with its line. */
  private static void breakLine(Node from) {
    Node node = from;
    while (node != null && !(node instanceof SoftLineBreak)) {
      node = node.getNext();
    }
    if (node != null) {
      node.insertBefore(new HardLineBreak());
      node.unlink();
    }
  }

  /** A box of a kind that nobody but the author's generator knows. */
  static final class Unknown extends BlockQuote {
    private final String kind;

    private Unknown(String kind) {
      this.kind = kind;
    }

    /** Puts its content in its place. */
    void open(Remarks remarks, int linesBefore) {
      int line = getSourceSpans().get(0).getLineIndex() + linesBefore + 1;
      remarks.addAt(
          line,
          Problem.Kind.TEMPLATE,
          "\":::%s\" is no kind of box that is known here, so only its content is shown"
              .formatted(kind));
      while (getFirstChild() != null) {
        insertBefore(getFirstChild());
      }
      unlink();
    }
  }

  /** Reads one box up to its last line. */
  private static final class BoxParser extends AbstractBlockParser {
    private final BlockQuote quote;
    private final String kind;
    private final String title;
    private final int end;

    BoxParser(String kind, String title, int end) {
      this.quote = isKind(kind) ? new BlockQuote() : new Unknown(kind);
      this.kind = kind;
      this.title = title;
      this.end = end;
    }

    @Override
    public Block getBlock() {
      return quote;
    }

    @Override
    public boolean isContainer() {
      return true;
    }

    @Override
    public boolean canContain(Block child) {
      return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return lineOf(state) < end
          ? BlockContinue.atIndex(state.getIndex())
          : BlockContinue.finished();
    }

    @Override
    public void parseInlines(InlineParser inlines) {
      boolean isKnown = isKind(kind);
      if (!isKnown && title.isEmpty()) {
        return;
      }
      if (title.isEmpty() && quote.getFirstChild() instanceof Paragraph first) {
        first.prependChild(new Text(": "));
        first.prependChild(word(kind));
      } else {
        Paragraph first = new Paragraph();
        first.setSourceSpans(quote.getSourceSpans().subList(0, 1));
        if (isKnown) {
          first.appendChild(word(kind));
        }
        if (!title.isEmpty()) {
          first.appendChild(new Text(isKnown ? ": " : ""));
          inlines.parse(SourceLines.of(List.of(SourceLine.of(title, null))), first);
        }
        quote.prependChild(first);
      }
    }
  }
}
