package org.offprint.issue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds lines of YAML whose values need quotes, and says so in the words of an author: YAML takes some signs for something
 * other than text.
 *
 * @param key the key of the line, empty for a member of a list
 * @param reason the words that go on "a value that …"
 * @param fixed the line as it should be
 */
record Quoting(String key, String reason, String fixed) {
  private static final Pattern LINE =
      Pattern.compile("(\\s*)(?:([A-Za-z][\\w-]*):([ \\t]*)|(-) )(.*)");
  private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]{0,2}([ \\t]+#.*)?");
  private static final Pattern DOUBLE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"([ \\t]+#.*)?");
  private static final Pattern SINGLE = Pattern.compile("'(?:[^']|'')*'([ \\t]+#.*)?");
  private static final Pattern BAD_ESCAPE =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*?\\\\(?![0abt\\tnvfre \"/\\\\N_LP]|x[\\da-fA-F]{2}"
          + "|u[\\da-fA-F]{4}|U[\\da-fA-F]{8}).*");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  /** The keys of lists of names, each of which may need quotes. */
  private static final Set<String> LISTS =
      Set.of("tags", "author", "authors", "categories", "keywords");

  private static final Pattern MEMBER =
      Pattern.compile("(?<=[\\[,])(\\s*)([#@`%&*!|>][^,\\]\"]*|[^,\\]\"':]+: [^,\\]\"]*"
          + "|[^,\\]\"'\\s][^,\\]\"']*\\s#[^,\\]\"]*)(?=[,\\]])");
  /** A comment of the author has a blank behind its sign, and no number. */
  private static final Pattern CUT = Pattern.compile("\\s#(?:[^\\s#]|\\s*\\d)");
  /** A sign before a value in quotes drops nothing. */
  private static final Pattern TAGGED = Pattern.compile("!(?:\\s+[\"'].*)?");

  /** The keys of texts, behind which comments are rare. */
  private static final Set<String> TEXTS =
      Set.of("title", "subtitle", "description", "summary", "excerpt", "slug", "subject");

  private static final Pattern CUT_IN_TEXT = Pattern.compile("\\s#");

  private static final String IN_LIST = "is in a list, with a sign of YAML,";
  private static final String UNCLOSED = "begins with [ and does not end with ]";
  /** The values that YAML takes for none. */
  private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");
  /** Signs that begin no text. */
  private static final String NEVER_FIRST = "@`%*,]}";

  /** Returns the advice for a line that makes the YAML invalid. */
  static Optional<Quoting> ofFault(String line) {
    return of(line, Quoting::fault);
  }

  /** Returns the advice for a line of which YAML drops something. */
  static Optional<Quoting> ofLoss(String line) {
    return of(line, Quoting::loss);
  }

  /** Returns the advice for a line whose value is a list or a mapping, but is meant as text. */
  static Optional<Quoting> ofText(String line) {
    return of(line, (key, gap, value) -> "is meant as text");
  }

  /** The reason why a value needs quotes; empty if it needs none. */
  private interface Check {
    String reason(String key, String gap, String value);
  }

  private static Optional<Quoting> of(String line, Check check) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String key = Optional.ofNullable(parts.group(2)).orElse("");
    String gap = Optional.ofNullable(parts.group(3)).orElse(" ");
    String value = parts.group(5).strip();
    String reason = value.isEmpty()
        ? ""
        : (parts.group(1) + gap).indexOf('\t') >= 0
            ? "stands behind a tab"
            : check.reason(key, gap, value);
    String indent = parts.group(1).replace("\t", "");
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quoting(
            key, reason, indent + (key.isEmpty() ? "- " : key + ": ") + quoted(key, value)));
  }

  private static String fault(String key, String gap, String value) {
    char first = value.charAt(0);
    if (!key.isEmpty() && gap.isEmpty() && !value.startsWith("//")) {
      return "stands directly behind \":\"";
    }
    if (first == '"' || first == '\'') {
      boolean isWhole = (first == '"' ? DOUBLE : SINGLE).matcher(value).matches();
      return !isWhole
          ? "begins with " + first + " and does not end with it"
          : first == '"' && BAD_ESCAPE.matcher(value).matches() ? "has a backslash in it" : "";
    }
    if (hasMember(key, value)) {
      return IN_LIST;
    }
    if (isUnclosedList(key, value)) {
      return UNCLOSED;
    }
    if (first == '[' || first == '{') {
      return value.indexOf(first == '[' ? ']' : '}') < value.length() - 1
          ? "begins with " + first
          : "";
    }
    if (first == '|' || first == '>') {
      return BLOCK.matcher(value).matches() ? "" : "begins with " + first;
    }
    if (NEVER_FIRST.indexOf(first) >= 0 || value.matches("[-?:]( .*)?|[!&].*")) {
      return "begins with " + first;
    }
    return value.contains(": ") || value.endsWith(":") ? "contains \": \"" : "";
  }

  private static String loss(String key, String gap, String value) {
    char first = value.charAt(0);
    if (first == '#'
        || ((first == '&' || first == '!') && !TAGGED.matcher(value).matches())) {
      return "begins with " + first;
    }
    if (hasMember(key, value)) {
      return IN_LIST;
    }
    if (key.equals("title") && NOTHING.contains(value)) {
      return "is nothing to YAML";
    }
    boolean isPlain = "[{|>".indexOf(first) < 0;
    Pattern cut = TEXTS.contains(key) && "\"'".indexOf(first) < 0 ? CUT_IN_TEXT : CUT;
    return isPlain && cut.matcher(QUOTED.matcher(value).replaceFirst("")).find()
        ? "contains \" #\""
        : "";
  }

  private static boolean isUnclosedList(String key, String value) {
    return LISTS.contains(key) && value.startsWith("[") && value.indexOf(']') < 0;
  }

  private static boolean hasMember(String key, String value) {
    return LISTS.contains(key) && value.startsWith("[") && MEMBER.matcher(value).find();
  }

  private static String quoted(String key, String value) {
    if (hasMember(key, value)) {
      return MEMBER.matcher(value).replaceAll("$1\"$2\"");
    }
    if (isUnclosedList(key, value)) {
      return value + "]";
    }
    String text = value;
    char first = value.charAt(0);
    boolean isQuoted = value.length() > 1
        && first == value.charAt(value.length() - 1)
        && (first == '"' || first == '\'');
    if (isQuoted) {
      text = value.substring(1, value.length() - 1);
    } else if (first == '"' && value.indexOf('"', 1) < 0) {
      text = value.substring(1);
    }
    return text.indexOf('"') < 0 && text.indexOf('\\') < 0
        ? '"' + text + '"'
        : "'" + text.replace("'", "''") + "'";
  }

  /** Returns the fault of the first of these lines that has one, counted from 0, as a problem. */
  static Optional<Problem> firstFault(
      String file, int firstLine, List<String> lines, IntStream places) {
    return places
        .filter(place -> place >= 0 && place < lines.size())
        .mapToObj(place -> ofFault(lines.get(place))
            .map(found ->
                new Problem(file, firstLine + place, "not valid YAML: " + found.message())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns the advice as the end of a sentence. */
  String advice() {
    return "put %s in quotes: %s".formatted(key.isEmpty() ? "it" : "the " + key, fixed.strip());
  }

  /** Returns the whole sentence. */
  String message() {
    if (reason.equals(UNCLOSED)) {
      return "the bracket ] at the end of the list is missing; write " + fixed.strip();
    }
    String quotes = fixed.endsWith("'") ? "single quotes" : "quotes";
    return "a value that " + reason + " must stand in " + quotes + "; " + advice();
  }
}
