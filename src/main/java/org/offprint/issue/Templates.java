package org.offprint.issue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the tags of template languages out of a body of Markdown: Liquid, Nunjucks and Jinja, the shortcodes of Hugo and Zola,
 * and, by {@link MdxText}, MDX. A known tag becomes the Markdown that it stands for; an unknown one goes, and the text within stays. Comments lose
 * their words. Code is left alone. Lines keep their number. One object expands one body.
 */
final class Templates {
  private static final Pattern ANY = Pattern.compile("\\{[%{#]|\\{::comment|\\{/\\*|<!--|%%");

  /** A longer tag is text: somebody forgot to close it. */
  private static final int LONGEST_TAG = 8_000;

  private static final String SPECIAL = "`<{%\\\n";

  private static final Pattern TAG = dotAll("\\{%-?\\s*([\\w#]+)(.*?)-?%\\}");
  /** A tag that gives words to another file, over several paragraphs if it likes. */
  private static final Pattern INCLUDE = Pattern.compile(
      "\\{%-?\\s*(include\\w*)\\s+([\\w./-]++(?:\\s++[\\w-]++\\s*+=\\s*+(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|'[^']*+'|[^\\s\"'%]++))*+)\\s*+-?%\\}");

  private static final Pattern OUTPUT = dotAll("\\{\\{-?(.*?)-?\\}\\}");
  private static final Pattern CALL = dotAll("\\{\\{(\\s*[\\w:]+\\(.*?\\)\\s*)\\}\\}");
  private static final Pattern SHORTCODE =
      dotAll("\\{\\{[<%]\\s*(/?)\\s*([\\w./-]+)(.*?)/?\\s*[>%]\\}\\}");
  private static final Pattern REMARK = dotAll("\\{#-?\\s.*?#\\}");
  /** The way of Hugo and Zola to write about a shortcode. */
  private static final Pattern QUOTED = dotAll("\\{\\{([<%]?)/\\*(.*?)\\*/([>%]?)\\}\\}");

  private static final Pattern RAW = dotAll("\\{%-?\\s*(?:end)?(?:raw|verbatim)\\s*-?%\\}");
  private static final Pattern END_OF_RAW = dotAll("\\{%-?\\s*end(?:raw|verbatim)\\s*-?%\\}");
  private static final Pattern END_OF_COMMENT = dotAll("(?i)\\{%-?\\s*endcomment\\b.*?%\\}");
  private static final Pattern END_OF_CAPTURE = dotAll("\\{%-?\\s*endcapture\\s*-?%\\}");
  private static final Pattern END_OF_HIGHLIGHT = dotAll("\\{%-?\\s*endhighlight\\s*-?%\\}");
  private static final Pattern END_OF_SHORTCODE =
      dotAll("\\{\\{[<%]\\s*/\\s*highlight\\s*[>%]\\}\\}");

  private static final Pattern NO_END = Pattern.compile("(?!)");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");

  /** The tags that only steer the program: no words are lost with them. */
  private static final Set<String> SILENT =
      Set.of("assign", "set", "capture", "liquid", "#", "import", "extends", "increment");

  private final String text;
  private final CodePlaces code;
  private final HtmlComments comments;
  private final int linesBefore;
  private final boolean isMdx;
  private final Generator generator;
  private final List<TemplateRules.Snippet> snippets;
  /** The author certainly writes for a generator, so that an output is no text about one. */
  private final boolean hasTags;

  private final TemplateValues values;
  private final Deadline deadline;
  private final ExpandedText expanded = new ExpandedText();
  /** The tags left out, each with its first line. */
  private final Map<String, Integer> dropped = new LinkedHashMap<>();

  private boolean isRaw;
  private int at;

  private Templates(
      IssueReader.Source source, TemplateRules rules, TemplateValues values, Deadline deadline) {
    this.text = source.body();
    this.generator = rules.generator();
    this.isMdx = generator.isMdx(source.file());
    this.snippets = rules.patterns();
    this.code = new CodePlaces(text, isMdx);
    this.comments = new HtmlComments(text);
    this.linesBefore = source.linesBefore();
    this.values = values;
    this.deadline = deadline;
    this.hasTags = generator.isCertain()
        || text.contains("{%")
        || text.contains("{{<")
        || TemplateValues.isOfSite(text);
  }

  private static Pattern dotAll(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /**
   * Returns a body without the tags of template languages.
   *
   * @param addresses the address of a file by its name
   * @throws ReadingLimits.Exceeded if a comment is never closed, which may hide private text
   */
  static String expand(
      IssueReader.Source source,
      TemplateRules rules,
      UnaryOperator<String> addresses,
      Deadline deadline) {
    String text = source.body();
    String expanded = !ANY.matcher(text).find() && rules.snippets().isEmpty()
        ? text
        : new Templates(source, rules, new TemplateValues(addresses), deadline).expand();
    return rules.generator().isMdx(source.file())
        ? MdxText.expand(expanded, source.linesBefore(), deadline)
        : expanded;
  }

  private String expand() {
    while (at < text.length()) {
      ReadingLimits.checkHtml(expanded.length());
      int end = code.endAt(at);
      if (end > at) {
        copy(end);
      } else {
        takeSign();
      }
    }
    report(dropped, deadline);
    return expanded.toString();
  }

  /** Warns of what was left out, each with its line. */
  static void report(Map<String, Integer> dropped, Deadline deadline) {
    dropped.forEach((tag, line) -> deadline
        .remarks()
        .addAt(
            line,
            Problem.Kind.TEMPLATE,
            tag + " is of a template language that does not run here, and was left out"));
  }

  private void takeSign() {
    deadline.check();
    for (TemplateRules.Snippet snippet : snippets) {
      Matcher tag = matcher(snippet.tag());
      if (tag.lookingAt() && !isRaw) {
        write(snippet.markdown(), tag.end());
        return;
      }
    }
    switch (text.charAt(at)) {
      case '{' -> takeBrace();
      case '<' -> {
        if (text.startsWith(HtmlComments.START, at)) {
          int end = comments.endAt(at);
          write(comments.withoutWords(at, end), end);
        } else {
          copy(at + 1);
        }
      }
      case '%' ->
        TemplateComments.endOfObsidian(text, at, () -> endOfComment(NO_END))
            .ifPresentOrElse(this::dropComment, () -> copy(at + 1));
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

  private void takeBrace() {
    Optional<MatchResult> tag =
        tag(TAG, Generator.Syntax.TAGS).or(() -> tag(INCLUDE, Generator.Syntax.TAGS));
    Optional<MatchResult> quoted =
        tag(QUOTED, Generator.Syntax.SHORTCODES).or(() -> tag(QUOTED, Generator.Syntax.CALLS));
    Optional<MatchResult> shortcode = tag(SHORTCODE, Generator.Syntax.SHORTCODES);
    Optional<Pattern> comment = TemplateComments.endOf(text, at, generator, isMdx)
        .filter(end -> !isRaw || text.startsWith("{:", at));
    if (comment.isPresent()) {
      dropComment(endOfComment(comment.get()));
    } else if (isRaw) {
      takeRaw();
    } else if (tag.isPresent()) {
      takeTag(tag.get());
    } else if (quoted.isPresent()) {
      MatchResult found = quoted.get();
      write("{{" + found.group(1) + found.group(2) + found.group(3) + "}}", found.end());
    } else if (shortcode.isPresent()) {
      takeShortcode(shortcode.get());
    } else if (generator.has(Generator.Syntax.OUTPUTS) && matcher(REMARK).lookingAt()) {
      dropComment(tag(REMARK).map(MatchResult::end).orElse(at + 1));
    } else {
      takeOutput();
    }
  }

  private void takeRaw() {
    Optional<MatchResult> tag = tag(END_OF_RAW);
    isRaw = tag.isEmpty();
    tag.ifPresentOrElse(found -> drop(found.end()), () -> copy(at + 1));
  }

  /** A tag of a language that the generator has. */
  private Optional<MatchResult> tag(Pattern pattern, Generator.Syntax syntax) {
    return generator.has(syntax) ? tag(pattern) : Optional.empty();
  }

  /** A tag that stands here, within a paragraph. */
  private Optional<MatchResult> tag(Pattern pattern) {
    Matcher tag = matcher(pattern);
    return tag.lookingAt()
            && (pattern == REMARK
                || pattern == INCLUDE
                || !BLANK_LINE.matcher(tag.group()).find())
        ? Optional.of(tag.toMatchResult())
        : Optional.empty();
  }

  private void takeTag(MatchResult tag) {
    String rest = tag.group(2).strip();
    switch (tag.group(1).toLowerCase(Locale.ROOT)) {
      case "comment" ->
        dropComment(
            TemplateComments.endOfNested(text, at).orElseGet(() -> endOfComment(END_OF_COMMENT)));
      case "highlight" -> takeHighlight(tag, END_OF_HIGHLIGHT, TemplateValues.firstWord(rest));
      case "capture" -> takeCapture(tag, rest);
      case "post_url" -> write(values.addressOf(rest), tag.end());
      case "link" -> write(values.addressOf(rest.replaceFirst("^/*", "/")), tag.end());
      case "raw", "verbatim" -> {
        isRaw = end(END_OF_RAW, at).isPresent();
        drop(tag.end());
      }
      default -> {
        values.assign(rest);
        String what = rest.startsWith("(") ? "" : TemplateValues.firstWord(rest);
        if (!SILENT.contains(tag.group(1)) && !tag.group(1).startsWith("end")) {
          note("\"{% " + (tag.group(1) + " " + what).strip() + " %}\"");
        }
        drop(tag.end());
      }
    }
  }

  private int endOfComment(Pattern closing) {
    return end(closing, at)
        .map(MatchResult::end)
        .orElseThrow(() -> new ReadingLimits.Exceeded(
            lineAt(at),
            "the comment that begins here is not closed, so that it could be shown; close it"));
  }

  /** Makes what stands between two tags code of Markdown, on as many lines. */
  private void takeHighlight(MatchResult tag, Pattern closing, String language) {
    Optional<MatchResult> end = end(closing, tag.end());
    if (end.isEmpty()) {
      drop(tag.end());
      return;
    }
    String within = text.substring(tag.end(), end.get().start());
    String sign = within.contains("```") ? "``````" : "```";
    if (within.indexOf('\n') < 0) {
      expanded.append(sign).append(" ").append(within.strip()).append(" ").append(sign);
    } else {
      expanded.append(sign).append(language).append(within.startsWith("\n") ? "" : "\n");
      String lines = within.substring(0, within.lastIndexOf('\n') + 1);
      String rest = within.substring(lines.length());
      expanded.append(lines).append(rest.isBlank() ? "" : rest + "\n").append(sign);
    }
    at = end.get().end();
  }

  private void takeCapture(MatchResult tag, String name) {
    Optional<MatchResult> end = end(END_OF_CAPTURE, tag.end());
    end.ifPresent(
        found -> values.assign(name, text.substring(tag.end(), found.start()).strip()));
    drop(end.map(MatchResult::end).orElse(tag.end()));
  }

  private void takeShortcode(MatchResult shortcode) {
    String name = shortcode.group(2);
    String arguments = shortcode.group(3);
    boolean isEnd = !shortcode.group(1).isEmpty();
    if (!isEnd && name.equals("highlight")) {
      takeHighlight(shortcode, END_OF_SHORTCODE, TemplateValues.firstWord(arguments));
    } else {
      Optional<String> value = isEnd ? Optional.of("") : values.ofShortcode(name, arguments);
      if (value.isEmpty()) {
        note("\"{{< " + name + " >}}\"");
      }
      write(value.orElse(""), shortcode.end());
    }
  }

  private void takeOutput() {
    boolean isOfCalls =
        generator.has(Generator.Syntax.CALLS) && !generator.has(Generator.Syntax.OUTPUTS);
    Optional<MatchResult> output = isOfCalls ? tag(CALL) : tag(OUTPUT, Generator.Syntax.OUTPUTS);
    Optional<String> value = output.flatMap(found -> values.of(found.group(1)));
    if (output.isEmpty() || (value.isEmpty() && !hasTags)) {
      copy(at + 1);
      return;
    }
    if (value.isEmpty()) {
      note("\"" + PlainText.fold(output.get().group()) + "\"");
    }
    write(value.orElse(""), output.get().end());
  }

  private void note(String tag) {
    dropped.putIfAbsent(tag, lineAt(at));
  }

  private int lineAt(int place) {
    return linesBefore + 1 + lineEnds(0, place);
  }

  private int lineEnds(int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(at, Math.min(text.length(), at + LONGEST_TAG));
  }

  private Optional<MatchResult> end(Pattern pattern, int from) {
    Matcher end = pattern.matcher(text);
    return end.find(from) ? Optional.of(end.toMatchResult()) : Optional.empty();
  }

  private void copy(int end) {
    String piece = text.substring(at, end);
    if (piece.contains("{%") && generator.has(Generator.Syntax.TAGS)) {
      isRaw &= !END_OF_RAW.matcher(piece).find();
      piece = RAW.matcher(piece).replaceAll("");
    }
    expanded.append(piece);
    at = end;
  }

  private void dropComment(int end) {
    deadline.trace().ifPresent(trace -> trace.takeComment(lineAt(at), lineAt(end)));
    drop(end);
  }

  /** Goes on behind a tag, of which only the ends of its lines stay. */
  private void drop(int end) {
    write("", end);
  }

  private void write(String value, int end) {
    expanded.append(value, lineEnds(at, end), HtmlComments.restOfLine(text, end));
    at = end;
  }
}
