package org.offprint.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Warns of what Markdown leaves out without a word, or leaves as signs: references and notes that lack their other half, a label with
 * two targets, boxes without an end, and cells that no column of a table has. One object checks one text.
 */
final class MarkdownLosses extends AbstractVisitor {
  private static final Pattern CAUSE = Pattern.compile("\\]\\[|\\[\\^|\\]:|\\||:::");
  private static final Pattern REFERENCE = Pattern.compile("\\]\\[([^\\[\\]]*+)\\]");
  /** The opposite of a set of signs in a regular expression is no mark. */
  private static final Pattern MARK =
      Pattern.compile("\\[\\^([\\p{L}\\p{N}_.-]{1,100})\\](?![*+?{$(])");
  /** A place in an array of a program. */
  private static final Pattern INDEXED = Pattern.compile("[A-Za-z0-9_)\\]]");

  private static final Pattern BETWEEN_CELLS = Pattern.compile("(?<!\\\\)\\|");

  /** Nobody reads more, and each is looked for in the text. */
  private static final int MOST = 50;

  private static final int LONGEST_SHOWN = 60;

  private record Lost(int line, String message) {}

  private final String text;
  private final int linesBefore;
  private final Remarks remarks;
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, Integer> notes = new HashMap<>();
  private final Set<String> marks = new HashSet<>();
  private final List<Lost> undefined = new ArrayList<>();
  private int attempts;
  /** The end of the last reference that was found in the text. */
  private int found;

  private MarkdownLosses(String text, int linesBefore, Remarks remarks) {
    this.text = text;
    this.linesBefore = linesBefore;
    this.remarks = remarks;
  }

  /**
   * Warns of those of a document.
   *
   * @param linesBefore the number of lines of the file before the text
   */
  static void warn(Node document, String text, int linesBefore, Remarks remarks) {
    if (CAUSE.matcher(text).find()) {
      MarkdownLosses losses = new MarkdownLosses(text, linesBefore, remarks);
      document.accept(losses);
      losses.report();
    }
  }

  private void report() {
    notes.keySet().removeAll(marks);
    notes.forEach((label, line) -> warn(
        line,
        "the note \"[^%s]\" is not shown, since no text refers to it; put [^%1$s] where it belongs"
            .formatted(shown(label))));
    if (remarks.has(Problem.Kind.TEMPLATE) && undefined.size() > 1) {
      Lost first = undefined.get(0);
      warn(
          first.line(),
          "%s (and %d more references, unless what was left out here defines them)"
              .formatted(first.message(), undefined.size() - 1));
    } else {
      undefined.forEach(lost -> warn(lost.line(), lost.message()));
    }
  }

  private void warn(int line, String message) {
    remarks.addAt(line, Problem.Kind.LINK, message);
  }

  private int lineOf(Node block) {
    return linesBefore + 1 + block.getSourceSpans().get(0).getLineIndex();
  }

  private static String shown(String words) {
    return Html.cut(words, LONGEST_SHOWN);
  }

  private static String normalised(String label) {
    return PlainText.fold(label).toLowerCase(Locale.ROOT);
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    String target = definition.getDestination();
    String first = targets.putIfAbsent(normalised(definition.getLabel()), target);
    if (first != null && !first.equals(target)) {
      warn(
          lineOf(definition),
          "\"[%s]\" has two targets, and all its uses lead to the first, %s; give this one another name"
              .formatted(shown(definition.getLabel()), shown(first)));
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof FootnoteDefinition note) {
      takeNote(note);
    } else if (block instanceof TableBlock table) {
      checkCells(table);
    }
    visitChildren(block);
  }

  private void takeNote(FootnoteDefinition note) {
    if (notes.putIfAbsent(normalised(note.getLabel()), lineOf(note)) != null) {
      warn(
          lineOf(note),
          "there are two notes \"[^%s]\", and only the first is shown; give this one another name"
              .formatted(shown(note.getLabel())));
    }
  }

  private void checkCells(TableBlock table) {
    List<SourceSpan> rows = table.getSourceSpans();
    long columns = rows.isEmpty() ? 0 : cells(rows.get(0)).count();
    // The second one is the line below the head.
    rows.stream().skip(2).forEach(row -> {
      String more = cells(row).skip(columns).collect(Collectors.joining(" ")).strip();
      if (!more.isEmpty()) {
        remarks.addAt(
            linesBefore + 1 + row.getLineIndex(),
            Problem.Kind.VALUE,
            "\"%s\" is not shown, since the head of the table has only %d cells; add one there, or write \\| for a sign"
                .formatted(shown(more), columns));
      }
    });
  }

  private Stream<String> cells(SourceSpan row) {
    String line = text.substring(row.getInputIndex(), row.getInputIndex() + row.getLength());
    String within = line.strip().replaceFirst("^\\|", "");
    return Stream.of(BETWEEN_CELLS.split(within)).map(String::strip);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof FootnoteReference mark) {
      marks.add(normalised(mark.getLabel()));
    }
    visitChildren(node);
  }

  @Override
  public void visit(Text node) {
    String words = node.getLiteral();
    if (words.startsWith(":::") && isFirstOfLine(node)) {
      Callouts.beginningOf(words)
          .ifPresent(box -> lineOf(node, box)
              .ifPresent(line -> remarks.addAt(
                  line,
                  Problem.Kind.TAG,
                  "\"%s\" is never closed, so it is text; add a line \":::\" behind its end"
                      .formatted(shown(box)))));
    }
    if (words.contains("][")) {
      for (Matcher reference = REFERENCE.matcher(words); reference.find(); ) {
        checkReference(node, reference);
      }
    }
    if (words.contains("[^")) {
      for (Matcher mark = MARK.matcher(words); mark.find(); ) {
        addUndefined(
            node,
            mark.group(),
            "\"%s\" leads to no note; add a line \"%1$s: …\"".formatted(shown(mark.group())));
      }
    }
  }

  private void checkReference(Text node, Matcher reference) {
    String words = node.getLiteral();
    int open = words.lastIndexOf('[', reference.start() - 1);
    String name = words.substring(open + 1, reference.start());
    boolean isNamed = open < 0
        ? node.getPrevious() != null
        : !name.isBlank()
            && name.indexOf(']') < 0
            && (open == 0 || !INDEXED.matcher(words.substring(open - 1, open)).matches());
    String label = reference.group(1).isEmpty() ? name : reference.group(1);
    if (isNamed && !label.isBlank() && !label.startsWith("^")) {
      String whole = words.substring(open < 0 ? reference.start() : open, reference.end());
      boolean isPicture = open > 0 && words.charAt(open - 1) == '!';
      addUndefined(
          node,
          whole,
          "\"%s\" is no %s, since \"[%s]\" is not defined; add a line \"[%3$s]: https://…\""
              .formatted(
                  shown(open < 0 ? "[…" + whole : whole),
                  isPicture ? "picture" : "link",
                  shown(label)));
    }
  }

  /** Returns true at the beginning of a line, also of the first one behind the kind of a box. */
  private static boolean isFirstOfLine(Node node) {
    Node before = node.getPrevious();
    return before == null
        || before instanceof SoftLineBreak
        || before instanceof HardLineBreak
        || (before instanceof Text kind && kind.getLiteral().equals(": "));
  }

  private void addUndefined(Node node, String words, String message) {
    lineOf(node, words).ifPresent(line -> undefined.add(new Lost(line, message)));
  }

  /** Finds words that stand in the text as they are, without signs that the author has escaped. */
  private Optional<Integer> lineOf(Node node, String words) {
    Node block = node;
    while (block != null && !(block instanceof Block && !block.getSourceSpans().isEmpty())) {
      block = block.getParent();
    }
    if (block == null || ++attempts > MOST) {
      return Optional.empty();
    }
    List<SourceSpan> lines = block.getSourceSpans();
    SourceSpan last = lines.get(lines.size() - 1);
    int place = text.indexOf(words, Math.max(found, lines.get(0).getInputIndex()));
    while (place > 0 && text.charAt(place - 1) == '\\') {
      place = text.indexOf(words, place + 1);
    }
    if (place < 0 || place >= last.getInputIndex() + last.getLength()) {
      return Optional.empty();
    }
    found = place + words.length();
    int line = (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    return Optional.of(linesBefore + 1 + line);
  }
}
