package org.offprint.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files of issues that mean harm: markup of every kind in any order, scripts in whatever may hold one, long runs,
 * deep nesting, front matter that is none, bytes that are no text. A seed decides.
 */
public final class HostileIssues {
  /** Characters with a meaning in Markdown, HTML, YAML or text. */
  private static final List<String> MARKS = marks(
      "--- + # ## > >> * ** _ __ ` ``` ~~ ~~~ [ ] ( ) ![ ]( ][ []: <br> <div> </div> <x> <p> </p> <pre> <table>"
          + " <td> <li> <a <!-- --> <![CDATA[ ]]> <?x <script> </script> <style> & &#7; &lt; &#x6a; &colon; | |---|"
          + " |:-:|-| ==== 1. 9. - \\ \" ' : title: %0a https://a.example/ www. a@b.c [^1] [^1]: [a]: \t { } \u0000"
          + " \u000b \u0085 \u00a0 \u2028 é e\u0301 🎉 \u202e \ufeff \ufffe x word Sponsor");

  private static final List<String> ELEMENTS = marks(
      "script style iframe object embed applet form input button textarea select meta link base svg math template"
          + " noscript frame frameset plaintext xmp noembed noframes title video audio source body html head isindex"
          + " marquee keygen a img p div table td b section svg/a math/mi foreignObject annotation-xml desc");

  private static final List<String> ATTRIBUTES = marks(
      "onerror onload onclick ONFOCUS on style srcdoc src href HREF xlink:href formaction action background srcset"
          + " poster ping cite data id class lang dir name title alt start type width colspan http-equiv content");

  private static final List<String> SCHEMES = marks(
      "javascript: JaVaScRiPt: java\tscript: java\nscript: \u0001javascript: &#106;avascript: javascript&colon;"
          + " javascript&#58; \u00a0javascript: vbscript: data:text/html, data:image/svg+xml, file:/// blob: jar:"
          + " about: ftp://a.example/ // /\\ https://a.example/ http: mailto: tel: x:y #");

  private static final List<String> KEYS = marks(
      "title date slug id tags author authors image language description summary updated lastmod draft number"
          + " issue x");

  private static final int DAMAGED = 10;

  private final RandomGenerator random;

  /** Files of a seed; the same seed gives the same ones. */
  public HostileIssues(long seed) {
    random = new SplittableRandom(seed);
  }

  private static List<String> marks(String text) {
    return List.of(text.split(" "));
  }

  /** The next file. */
  public byte[] next() {
    byte[] file = text().getBytes(UTF_8);
    int damage = random.nextInt(DAMAGED) == 0 ? random.nextInt(1, 4) : 0;
    for (int i = 0; i < damage; i++) {
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
    }
    return file;
  }

  private String text() {
    return head() + some(1, 7, this::piece).collect(Collectors.joining("\n"));
  }

  private String head() {
    String given = random.nextInt(3) == 0
        ? some(1, 6, () -> one(KEYS) + ": " + yaml() + "\n").collect(Collectors.joining())
        : "";
    String needed = (given.contains("title:") ? "" : "title: " + title() + "\n")
        + (given.contains("date:")
            ? ""
            : "date: 2025-0%d-%02d\n".formatted(random.nextInt(1, 7), day()));
    return random.nextInt(20) == 0 ? given : "---\n" + given + needed + "---\n\n";
  }

  private int day() {
    return random.nextInt(1, 31);
  }

  private String title() {
    return random.nextInt(2) == 0 ? "Letter" : quoted(value());
  }

  private String yaml() {
    return switch (random.nextInt(7)) {
      case 0 -> value();
      case 1 -> "[" + quoted(value()) + ", " + quoted(value()) + "]";
      case 2 -> "\n  - name: " + quoted(value()) + "\n    url: " + quoted(value());
      case 3 -> "{" + one(KEYS) + ": " + quoted(value()) + "}";
      case 4 -> "|\n  " + value();
      case 5 -> "2025-0%d-%02d %s".formatted(random.nextInt(10), day(), value());
      default -> quoted(value());
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private String value() {
    return switch (random.nextInt(4)) {
      case 0 -> attack();
      case 1 -> address();
      case 2 -> some(1, 5, () -> one(MARKS)).collect(Collectors.joining());
      default -> "word " + one(MARKS) + " word";
    };
  }

  private String piece() {
    return switch (random.nextInt(12)) {
      case 0 ->
        "# " + value() + "\n\n" + value() + " [word](https://b.example/" + random.nextInt() + ")\n";
      case 1 -> "## Tools\n\n- " + link() + "\n- " + link() + "\n";
      case 2 -> run();
      case 3 -> nested();
      case 4 ->
        "| " + value() + " | " + attack() + " |\n|---|---|\n| " + link() + " | " + one(MARKS)
            + " |\n";
      case 5 ->
        "Word[^1] [a] [word][b]\n\n[^1]: " + attack() + "\n\n[a]: " + address() + " '" + one(MARKS)
            + "'\n[b]: <" + address() + ">\n";
      case 6 -> anyCharacters();
      case 7, 8 -> attack() + "\n";
      case 9 -> link() + " " + attack() + "\n";
      default -> soup();
    };
  }

  private String soup() {
    return some(
            1,
            60,
            () -> one(MARKS) + (random.nextInt(3) == 0 ? "\n" : random.nextInt(3) == 0 ? " " : ""))
        .collect(Collectors.joining());
  }

  /** An element, often one that is not closed or ends in the middle. */
  private String attack() {
    String attributes = some(
            0,
            4,
            () -> " " + one(ATTRIBUTES) + one(List.of("=", " = ", "", "=\n")) + attributeValue())
        .collect(Collectors.joining(random.nextInt(10) == 0 ? "/" : ""));
    String element = one(ELEMENTS);
    return switch (random.nextInt(5)) {
      case 0 -> "<" + element + attributes;
      case 1 -> "<" + element + attributes + "/>";
      case 2 -> "<" + element + "><" + one(ELEMENTS) + attributes + ">alert(1)</" + element + ">";
      default -> "<" + element + attributes + ">alert(1)</" + element + ">";
    };
  }

  private String attributeValue() {
    String quote = one(List.of("\"", "'", "", "`"));
    return quote
        + (random.nextInt(2) == 0 ? address() : one(MARKS))
        + (random.nextInt(10) == 0 ? "" : quote);
  }

  private String address() {
    return one(SCHEMES)
        + one(List.of(
            "alert(1)", "<script>alert(1)</script>", "a.example/b", "[", "%", "\"onload=x", ""));
  }

  private String link() {
    return switch (random.nextInt(5)) {
      case 0 -> "<" + address() + ">";
      case 1 -> "![" + one(MARKS) + "](" + address() + ")";
      case 2 -> "[" + value() + "](<" + address() + "> \"" + one(MARKS) + "\")";
      case 3 -> address();
      default -> "[" + one(MARKS) + "](" + address() + ")";
    };
  }

  private String run() {
    String run = some(1, 3, () -> one(MARKS)).collect(Collectors.joining());
    return run.repeat(many() / run.length() + 1) + "\n";
  }

  private String nested() {
    String opening = random.nextInt(2) == 0 ? one(MARKS) : "<" + one(ELEMENTS) + ">";
    String closing = opening.startsWith("<") ? "</" + opening.substring(1) : one(MARKS);
    int deep = many() / 8 + 1;
    return opening.repeat(deep) + "word" + closing.repeat(deep) + "\n";
  }

  /** Mostly a few, now and then thousands, seldom as many as a file can hold. */
  private int many() {
    return (int)
        Math.exp(random.nextInt(30) == 0 ? random.nextDouble(9, 13) : random.nextDouble(1, 9));
  }

  private String anyCharacters() {
    return some(
            1,
            40,
            () -> Character.toString(
                switch (random.nextInt(3)) {
                  case 0 -> random.nextInt(0xA0);
                  case 1 -> random.nextInt(0xD800);
                  default -> random.nextInt(0xE000, 0x110000);
                }))
        .collect(Collectors.joining());
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Stream<String> some(int atLeast, int lessThan, Supplier<String> make) {
    return IntStream.range(0, random.nextInt(atLeast, lessThan)).mapToObj(i -> make.get());
  }
}
