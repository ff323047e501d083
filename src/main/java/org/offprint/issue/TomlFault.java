package org.offprint.issue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;

/** Says what to write where TOML is not valid. */
final class TomlFault {
  private static final Pattern PAIR =
      Pattern.compile("\\s*([\\w.\"'-][\\w.\"' -]*?)\\s*([=:])\\s*(.*?)\\s*");
  private static final Pattern DEFINED =
      Pattern.compile("(.+) previously defined at line (\\d+).*");
  private static final Pattern SWITCH = Pattern.compile("(?i)true|yes|on|false|no|off");
  private static final int LONGEST = 60;

  private TomlFault() {}

  /**
   * Returns the problem with its remedy.
   *
   * @param firstLine the line of the file at which the TOML begins, counted from 1
   */
  static Problem of(String file, int firstLine, String toml, TomlParseError error) {
    int place = error.position().line();
    String line = toml.lines().skip(place - 1L).findFirst().orElse("");
    String message = PlainText.fold(String.valueOf(error.getMessage()));
    return new Problem(
        file, firstLine + place - 1, "not valid TOML: " + remedy(line, message, firstLine));
  }

  private static String remedy(String line, String message, int firstLine) {
    Matcher defined = DEFINED.matcher(message);
    if (defined.matches()) {
      return "the key \"%s\" stands here a second time (first on line %d); remove one"
          .formatted(defined.group(1), firstLine + Integer.parseInt(defined.group(2)) - 1);
    }
    Matcher pair = PAIR.matcher(line);
    if (!pair.matches()) {
      return message + "; each line must be key = \"value\"";
    }
    String key = pair.group(1);
    String value = PlainText.cut(pair.group(3), LONGEST);
    if (key.contains(" ") && !key.contains("\"")) {
      return "a key with blanks must stand in quotes: \"%s\" = …".formatted(key);
    }
    if (pair.group(2).equals(":")) {
      return "= must stand between key and value: %s = %s".formatted(key, quoted(value));
    }
    if (value.isEmpty()) {
      return "\"%s\" has no value; write one, or remove the line".formatted(key);
    }
    if (SWITCH.matcher(value).matches()) {
      return "write %s = %s".formatted(key, value.matches("(?i)true|yes|on"));
    }
    if (value.startsWith("[")) {
      return "each member of a list must stand in quotes: %s = [\"…\", \"…\"]".formatted(key);
    }
    if (Character.isDigit(value.charAt(0))) {
      return "the value of \"%s\" is neither a number nor a date; write 2026-01-31, or put it in quotes: %s = %s"
          .formatted(key, key, quoted(value));
    }
    if (!value.startsWith("\"")) {
      return value.startsWith("'")
          ? "close the quotes of \"%s\" at the end of its value".formatted(key)
          : "put the value in quotes: %s = %s".formatted(key, quoted(value));
    }
    return value.indexOf('"', 1) < 0
        ? "close the quotes of \"%s\" at the end of its value".formatted(key)
        : "a value with quotes or a backslash in it must stand in single quotes: %s = '…'"
            .formatted(key);
  }

  private static String quoted(String value) {
    String inner = value.replaceAll("^[\"']|[\"']$", "");
    return inner.contains("\"") ? "'" + inner + "'" : "\"" + inner + "\"";
  }
}
