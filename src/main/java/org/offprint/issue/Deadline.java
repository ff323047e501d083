package org.offprint.issue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * The processor time that the reading of one file may take. As a part of a Markdown parser it parses nothing, but ends the
 * work once the time is over. For one thread, and one file.
 */
final class Deadline
    implements BlockParserFactory, InlineContentParserFactory, InlineContentParser, LinkProcessor {
  /** A long letter takes some thousandths of a second. The step under way when it is over still ends within 2 seconds. */
  static final Duration LONGEST = Duration.ofMillis(1_200);

  /** To ask the system for the time takes longer than most steps. */
  private static final int STEPS_BETWEEN = 16;

  /** Signs of which one can make the parser look through the rest of a paragraph. */
  private static final Set<Character> SIGNS = Set.of('*', '_', '~', '<', '&', '\\', '`');

  private static final String ANYWHERE = "";

  private final String text;
  private final Remarks remarks;
  private final Optional<ReadingTrace> trace;
  private final LongSupplier nanos;
  private final long begun;
  private int steps;

  /**
   * Starts the time for a text.
   *
   * @param trace records the reading, if anybody asks for that
   * @param nanos a clock that returns nanoseconds
   */
  Deadline(String text, Optional<ReadingTrace> trace, LongSupplier nanos) {
    this.text = text;
    this.remarks = new Remarks(text);
    this.trace = trace;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /**
   * Starts the time for a text, in which only the work of the calling thread counts. If the JVM cannot measure that,
   * elapsed time counts.
   */
  static Deadline of(String text, Optional<ReadingTrace> trace) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    boolean tells = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    return new Deadline(text, trace, tells ? threads::getCurrentThreadCpuTime : System::nanoTime);
  }

  /** Returns the record of the reading; empty in everyday reading. */
  Optional<ReadingTrace> trace() {
    return trace;
  }

  /** Returns the warnings about the file that is read. */
  Remarks remarks() {
    return remarks;
  }

  /**
   * Goes on with the reading; to be called at each step.
   *
   * @throws ReadingLimits.Exceeded if the time is over
   */
  void check() {
    check(() -> ANYWHERE);
  }

  private void check(Supplier<CharSequence> here) {
    steps++;
    if (steps % STEPS_BETWEEN == 0 && nanos.getAsLong() - begun > LONGEST.toNanos()) {
      throw new ReadingLimits.Exceeded(
          lineOf(here.get().toString()),
          "takes more than %.1f seconds to be read; split it, or leave some of it out",
          LONGEST.toMillis() / 1_000.0);
    }
  }

  /** Finds the line only now, because recording the position of every node takes much memory. */
  int lineOf(String here) {
    int place = here.isBlank() ? -1 : text.indexOf(here);
    return place < 0
        ? 0
        : 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
  }

  /** Becomes a part of a parser. */
  Parser.Builder in(Parser.Builder parser) {
    return parser
        .customBlockParserFactory(this)
        .customInlineContentParserFactory(this)
        .linkProcessor(this);
  }

  @Override
  public BlockStart tryStart(ParserState state, MatchedBlockParser block) {
    check(() -> state.getLine().getContent());
    return BlockStart.none();
  }

  @Override
  public Set<Character> getTriggerCharacters() {
    return SIGNS;
  }

  /** Called for each paragraph. */
  @Override
  public InlineContentParser create() {
    check();
    return this;
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    check(() -> restOfLine(state.scanner()));
    return ParsedInline.none();
  }

  static String restOfLine(Scanner scanner) {
    Position here = scanner.position();
    scanner.find('\n');
    return scanner.getSource(here, scanner.position()).getContent();
  }

  @Override
  public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
    check(link::text);
    return LinkResult.none();
  }
}
