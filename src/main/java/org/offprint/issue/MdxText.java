package org.offprint.issue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the programs out of a body of MDX: imports, components, expressions in braces. A literal is text, and a picture that is
 * imported stands where its name does. Code is left alone, and lines keep their number. One object expands one body.
 */
final class MdxText {
  private static final Pattern ANY =
      Pattern.compile("(?m)^(?:import|export)\\s|\\{|</?[A-Z>]|=\\{");

  /** A longer one is text: somebody forgot to close it. */
  private static final int LONGEST = 8_000;

  private static final int LONGEST_PROGRAM = 20_000;

  private static final int LONGEST_NAMED = 40;
  private static final String SPECIAL = "`<{\\\n";

  private static final Pattern LITERAL =
      Pattern.compile("\\{\\s*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|`([^`$\\n]*)`)\\s*\\}");
  /** Other braces are of a heading's id, of another language, or of the author. */
  private static final Pattern PROGRAM = Pattern.compile("\\{\\s*[\\p{L}_$\"'`(\\[!<]");

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*(?=\\n)");
  private static final String BRACED = "\\{[^{}]*+(?:\\{[^{}]*+\\}[^{}]*+)*+\\}";
  private static final Pattern COMPONENT =
      Pattern.compile("</?([A-Z][\\w.]*)(?:[^<>\"'{}]|\"[^\"]*+\"|'[^']*+'|" + BRACED + ")*+>");
  private static final Pattern TAG_WITH_VALUES =
      Pattern.compile("<[a-z][\\w-]*(?:[^<>{}]*+" + BRACED + ")++[^<>{}]*+>");
  private static final Pattern FRAGMENT = Pattern.compile("</?>");

  private static final Pattern PICTURE =
      Pattern.compile("\\bimport\\s+(\\w+)\\s+from\\s+[\"']([^\"'\\n]+)[\"']");
  private static final Pattern VALUE = Pattern.compile("\\s([\\w-]+)=(" + BRACED + ")");
  private static final Pattern LITERAL_OF_VALUE = Pattern.compile("[\"'`]([^\"'`$]*)[\"'`]");
  private static final Pattern NAME_OF_VALUE =
      Pattern.compile("\\{\\s*(\\w+)(?:\\.(?:src|default))?\\s*\\}");
  private static final Pattern SOURCE = Pattern.compile("\\ssrc=[\"']([^\"']+)[\"']");
  private static final Pattern WORDS =
      Pattern.compile("\\s(?:alt|title)=(?:\"([^\"]*)\"|'([^']*)')");

  private final String text;
  private final CodePlaces code;
  private final int linesBefore;
  private final Deadline deadline;
  private final ExpandedText expanded = new ExpandedText();
  private final Map<String, String> pictures = new HashMap<>();
  /** The parts that were left out, each with its first line. */
  private final Map<String, Integer> dropped = new LinkedHashMap<>();

  private int at;

  private MdxText(String text, int linesBefore, Deadline deadline) {
    this.text = text;
    this.code = new CodePlaces(text, true);
    this.linesBefore = linesBefore;
    this.deadline = deadline;
  }

  /** Returns a body without programs. */
  static String expand(String text, int linesBefore, Deadline deadline) {
    return ANY.matcher(text).find() ? new MdxText(text, linesBefore, deadline).expand() : text;
  }

  private String expand() {
    while (at < text.length()) {
      ReadingLimits.checkHtml(expanded.length());
      deadline.check();
      int end = code.endAt(at);
      if (end > at) {
        copy(end);
      } else {
        take();
      }
    }
    Templates.report(dropped, deadline);
    return expanded.toString();
  }

  private void take() {
    boolean isLineStart = at == 0 || text.charAt(at - 1) == '\n';
    switch (text.charAt(at)) {
      case '{' -> takeExpression();
      case '<' -> takeTag();
      case 'i', 'e' -> {
        if (isLineStart && (text.startsWith("import ", at) || text.startsWith("export ", at))) {
          takeProgram();
        } else {
          copyWords();
        }
      }
      case '\\' -> copy(Math.min(text.length(), at + 2));
      default -> copyWords();
    }
  }

  private void copyWords() {
    int end = at + 1;
    while (end < text.length()
        && text.charAt(end - 1) != '\n'
        && SPECIAL.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    copy(end);
  }

  /** Drops a block up to the blank line behind which no bracket is open; one that is never closed ends at the first. */
  private void takeProgram() {
    deadline.check();
    int most = Math.min(text.length(), at + LONGEST_PROGRAM);
    Matcher blank = BLANK_LINE.matcher(text).region(at, most);
    int first = -1;
    int counted = at;
    int depth = 0;
    while (blank.find()) {
      depth += depth(text, counted, blank.start());
      counted = blank.start();
      first = first < 0 ? counted : first;
      if (depth <= 0) {
        drop(counted);
        return;
      }
    }
    boolean isClosed = most == text.length() && depth + depth(text, counted, most) <= 0;
    drop(isClosed || first < 0 ? most : first);
  }

  private void drop(int end) {
    PICTURE.matcher(text.substring(at, end)).results().forEach(this::takePicture);
    write("", end);
  }

  private void takePicture(MatchResult imported) {
    if (FileType.ofPicture(imported.group(2)).isPresent()) {
      pictures.put(imported.group(1), imported.group(2));
    }
  }

  private static int depth(String text, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      depth += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
    }
    return depth;
  }

  private void takeTag() {
    Matcher component = matcher(COMPONENT);
    Matcher tag = matcher(TAG_WITH_VALUES);
    Matcher fragment = matcher(FRAGMENT);
    if (component.lookingAt()) {
      Optional<String> picture = picture(withLiterals(component.group()));
      if (component.group().endsWith("/>") && picture.isEmpty()) {
        note("<" + component.group(1) + ">");
      }
      write(picture.orElse(""), component.end());
    } else if (tag.lookingAt()) {
      write(withLiterals(tag.group()), tag.end());
    } else if (fragment.lookingAt()) {
      write("", fragment.end());
    } else {
      copy(at + 1);
    }
  }

  /** The picture that a component shows, by its address. */
  private static Optional<String> picture(String component) {
    Matcher source = SOURCE.matcher(component);
    Matcher words = WORDS.matcher(component);
    String alt = words.find() ? Optional.ofNullable(words.group(1)).orElse(words.group(2)) : "";
    return source.find() && FileType.ofPicture(source.group(1)).isPresent()
        ? Optional.of(
            "<img src=\"" + source.group(1) + "\" alt=\"" + alt.replace("\"", "&quot;") + "\">")
        : Optional.empty();
  }

  /** Returns a tag whose attributes have literals and pictures in place of programs; one without is gone. */
  private String withLiterals(String tag) {
    return VALUE.matcher(tag).replaceAll(this::attribute);
  }

  private String attribute(MatchResult value) {
    Matcher literal = LITERAL_OF_VALUE.matcher(value.group(2));
    Matcher name = NAME_OF_VALUE.matcher(value.group(2));
    Optional<String> known = literal.find()
        ? Optional.of(literal.group(1))
        : Optional.of(name)
            .filter(Matcher::matches)
            .flatMap(found -> Optional.ofNullable(pictures.get(found.group(1))));
    return known
        .filter(text -> !value.group(1).equals("style"))
        .map(text -> Matcher.quoteReplacement(" " + value.group(1) + "=\"" + text + "\""))
        .orElse("");
  }

  /** A literal is text; nobody runs anything else. In formulas braces only join signs. */
  private void takeExpression() {
    Matcher literal = matcher(LITERAL);
    int end = endOfExpression();
    boolean isFormula = at > 0 && "_^{".indexOf(text.charAt(at - 1)) >= 0;
    if (end < 0 || isFormula || !matcher(PROGRAM).lookingAt()) {
      copy(at + 1);
    } else if (literal.lookingAt()) {
      String words = Optional.ofNullable(literal.group(1))
          .or(() -> Optional.ofNullable(literal.group(2)))
          .orElseGet(() -> literal.group(3));
      write(words, literal.end());
    } else {
      note("\"" + PlainText.cut(PlainText.fold(text.substring(at, end)), LONGEST_NAMED) + "\"");
      write("", end);
    }
  }

  private int endOfExpression() {
    int depth = 0;
    for (int i = at; i < Math.min(text.length(), at + LONGEST); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private void note(String what) {
    dropped.putIfAbsent(what, linesBefore + 1 + lineEnds(0, at));
  }

  private int lineEnds(int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
  }

  private void copy(int end) {
    expanded.append(text.substring(at, end));
    at = end;
  }

  private void write(String value, int end) {
    expanded.append(value, lineEnds(at, end), HtmlComments.restOfLine(text, end));
    at = end;
  }
}
