package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The front matter of a file, in any form: YAML between {@code ---}, TOML between {@code +++}, a JSON object, or header lines
 * up to a blank line.
 *
 * @param values its values; empty if they cannot be used, which a problem tells
 * @param yaml its text, if it is YAML; else empty
 * @param firstLine the line at which the text begins, counted from 1
 * @param end the position of the body
 */
record Opening(Optional<YamlMapping> values, String yaml, int firstLine, int end) {
  private static final Pattern YAML =
      Pattern.compile("\\A\\s*^---(?:ya?ml|json)?[ \\t]*\\n", Pattern.MULTILINE);
  private static final Pattern END_OF_YAML = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$\\n?");
  private static final Pattern TOML =
      Pattern.compile("\\A\\s*^(?:\\+\\+\\+|---toml)[ \\t]*\\n", Pattern.MULTILINE);
  private static final Pattern END_OF_TOML = Pattern.compile("(?m)^(?:\\+\\+\\+|---)[ \\t]*$\\n?");
  private static final Pattern JSON = Pattern.compile("\\A\\s*^(?=\\{\\s*\")", Pattern.MULTILINE);
  private static final Pattern HEADERS = Pattern.compile(
      "\\A\\s*^(?:[A-Za-z][\\w -]{0,30}:(?:[ \\t][^\\n]*)?(?:\\n|\\z)(?:[ \\t]+\\S[^\\n]*\\n)*)+(?=\\s|\\z)",
      Pattern.MULTILINE);
  private static final Pattern HEADER =
      Pattern.compile("(?m)^([A-Za-z][\\w -]{0,30}):[ \\t]+([^\\n]*(?:\\n[ \\t]+\\S[^\\n]*)*)");
  /** A title, or a date with another known key: a single line of this form is prose. */
  private static final Pattern TITLE = Pattern.compile(
      "(?ims)^title:[ \\t]*\\S|^date:.*^(?:author|authors|category|tags|slug|status|summary|modified):"
          + "|^(?:author|authors|category|tags|slug|status|summary|modified):.*^date:");

  private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(?:\\n|\\z)");

  /** The tables of Zola that hold values of an issue. */
  private static final List<String> TABLES = List.of("extra", "taxonomies");

  /**
   * Finds the front matter of a file.
   *
   * @param problems takes what is wrong with it
   * @return empty if the file has none
   */
  static Optional<Opening> find(String file, String text, List<Problem> problems) {
    Matcher yaml = YAML.matcher(text);
    if (yaml.find()) {
      return Optional.of(between(file, text, yaml.end(), END_OF_YAML, problems));
    }
    Matcher toml = TOML.matcher(text);
    if (toml.find()) {
      return Optional.of(between(file, text, toml.end(), END_OF_TOML, problems));
    }
    Matcher json = JSON.matcher(text);
    Optional<Integer> endOfJson =
        Optional.of(json).filter(Matcher::find).flatMap(found -> endOfObject(text, found.end()));
    if (endOfJson.isPresent()) {
      String object = text.substring(json.end(), endOfJson.get()).replace('\t', ' ');
      int line = lineAt(text, json.end());
      return Optional.of(
          new Opening(YamlMapping.parse(file, line, object, problems), "", line, endOfJson.get()));
    }
    Matcher headers = HEADERS.matcher(text);
    return headers.find() && TITLE.matcher(headers.group()).find()
        ? Optional.of(new Opening(ofHeaders(file, headers.group(), problems), "", 1, headers.end()))
        : Optional.empty();
  }

  /** Returns the end of the line in which an object ends; empty if more stands there. */
  private static Optional<Integer> endOfObject(String text, int start) {
    int depth = 0;
    boolean isText = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isText) {
        isText = c != '"';
        i += c == '\\' ? 1 : 0;
      } else if (c == '"') {
        isText = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        Matcher rest = REST_OF_LINE.matcher(text).region(i + 1, text.length());
        return rest.lookingAt() ? Optional.of(rest.end()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns the opening of a file that begins with its body. */
  static Opening none(String file) {
    return new Opening(
        YamlMapping.of(file, 1, mapping(List.of(), mark(1)), new ArrayList<>()), "", 1, 0);
  }

  private static Opening between(
      String file, String text, int from, Pattern closing, List<Problem> problems) {
    int line = lineAt(text, from);
    Matcher end = closing.matcher(text);
    if (!end.find(from)) {
      problems.add(new Problem(
          file,
          line - 1,
          "the front matter is not closed; end it with a line \"%s\""
              .formatted(closing == END_OF_YAML ? "---" : "+++")));
      return new Opening(Optional.empty(), "", line, text.length());
    }
    String inner = text.substring(from, end.start());
    return closing == END_OF_YAML
        ? new Opening(YamlMapping.parse(file, line, inner, problems), inner, line, end.end())
        : new Opening(ofToml(file, line, inner, problems), "", line, end.end());
  }

  private static int lineAt(String text, int place) {
    return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
  }

  private static Optional<YamlMapping> ofHeaders(
      String file, String headers, List<Problem> problems) {
    List<NodeTuple> values = new ArrayList<>();
    for (Matcher header = HEADER.matcher(headers); header.find(); ) {
      Mark mark = mark(lineAt(headers, header.start()));
      values.add(
          new NodeTuple(scalar(header.group(1), mark), scalar(header.group(2).strip(), mark)));
    }
    return YamlMapping.of(file, 1, mapping(values, mark(1)), problems);
  }

  private static Optional<YamlMapping> ofToml(
      String file, int firstLine, String text, List<Problem> problems) {
    TomlParseResult parsed = Toml.parse(text);
    parsed.errors().forEach(error -> problems.add(TomlFault.of(file, firstLine, text, error)));
    return parsed.hasErrors()
        ? Optional.empty()
        : YamlMapping.of(file, firstLine, ofTable(parsed), problems);
  }

  /** The values of some tables stand among the others, unless those have their names. */
  private static MappingNode ofTable(TomlTable table) {
    List<NodeTuple> values = new ArrayList<>();
    for (String key : table.keySet()) {
      Object value = Objects.requireNonNull(table.get(List.of(key)), "a key has a value");
      Mark mark = mark(lineOf(table, key));
      if (TABLES.contains(key) && value instanceof TomlTable inner) {
        ofTable(inner).getValue().stream()
            .filter(tuple -> !table.keySet().contains(((ScalarNode) tuple.getKeyNode()).getValue()))
            .forEach(values::add);
      } else {
        values.add(new NodeTuple(scalar(key, mark), node(value, mark)));
      }
    }
    return mapping(values, mark(1));
  }

  private static int lineOf(TomlTable table, String key) {
    return Optional.ofNullable(table.inputPositionOf(List.of(key)))
        .map(TomlPosition::line)
        .orElse(1);
  }

  private static Node node(Object value, Mark mark) {
    if (value instanceof TomlTable table) {
      return ofTable(table);
    }
    if (value instanceof TomlArray array) {
      List<Node> members =
          array.toList().stream().map(member -> node(member, mark)).toList();
      return new SequenceNode(Tag.SEQ, true, members, mark, mark, FlowStyle.FLOW);
    }
    return scalar(String.valueOf(value), mark);
  }

  private static MappingNode mapping(List<NodeTuple> values, Mark mark) {
    return new MappingNode(Tag.MAP, true, values, mark, mark, FlowStyle.BLOCK);
  }

  private static ScalarNode scalar(String text, Mark mark) {
    return new ScalarNode(Tag.STR, text, mark, mark, ScalarStyle.DOUBLE_QUOTED);
  }

  private static Mark mark(int line) {
    return new Mark("", 0, line - 1, 0, new int[0], 0);
  }
}
