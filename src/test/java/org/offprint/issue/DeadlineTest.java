package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends each step of the reading once the time is over. */
final class DeadlineTest {
  private static final URI PERMALINK = URI.create("https://news.example.org/issues/7");

  /** A deadline for a text that is over when its clock has been asked a hundred times. */
  private static Deadline shortly(String text) {
    AtomicLong nanos = new AtomicLong();
    return new Deadline(
        text, Optional.empty(), () -> nanos.addAndGet(Deadline.LONGEST.toNanos() / 100));
  }

  private static void assertEnds(String text, int line, Consumer<Deadline> work) {
    assertThatThrownBy(() -> work.accept(shortly(text)))
        .isInstanceOfSatisfying(
            ReadingLimits.Exceeded.class,
            tooMuch -> assertThat(tooMuch.in("a.md"))
                .isEqualTo(new Problem(
                    "a.md",
                    line,
                    "takes more than 1.2 seconds to be read; split it, or leave some of it out")));
  }

  private static String markdown(String piece) {
    return "Words.\n\n" + piece.repeat(4_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> 1\n", "*a ", "_a ", "~~ ", "`a", "<", "&", "\\", "![a] ", "[a](b)", "[^a] ", "<b> "
      })
  void endsParsing(String piece) {
    String text = markdown(piece);

    assertEnds(text, 3, deadline -> new Markdown(deadline).render(text, "The Weekly", 0));
  }

  @Test
  void endsParsingOfParagraphsAndWriting() {
    String text = markdown("a\n\n");

    assertEnds(text, 0, deadline -> new Markdown(deadline).render(text, "The Weekly", 0));
  }

  @Test
  void endsParsingOfATitle() {
    String text = "*a ".repeat(4_000);

    assertEnds(text, 1, deadline -> new Markdown(deadline).renderInline(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>a</p>", "<b>", "a<br>"})
  void endsCleaning(String piece) {
    String html = piece.repeat(4_000);

    assertEnds(
        html,
        0,
        deadline -> Sanitizer.clean(
            List.of(html), new References(Given.RULES, "a.md", "a", Surroundings.NONE), deadline));
  }

  @Test
  void endsCuttingIntoItems() {
    String html = "<h2>T</h2>" + "<p>b <a href=\"https://a.example/\">a</a></p>".repeat(4_000);
    var body = Sanitizer.clean(
        List.of(html),
        new References(Given.RULES, "a.md", "a", Surroundings.NONE),
        Deadline.of(html, Optional.empty()));

    assertEnds(
        html,
        0,
        deadline ->
            BodyReader.read(body, "The Weekly", PERMALINK, Given.RULES.headings(), deadline));
  }

  @Test
  void namesTheLineInWhichItEnds() {
    String text = "a\n".repeat(50) + "\n".repeat(7) + "b " + "&".repeat(4_000) + "\n";

    assertEnds(text, 58, deadline -> new Markdown(deadline).render(text, "The Weekly", 0));
  }
}
