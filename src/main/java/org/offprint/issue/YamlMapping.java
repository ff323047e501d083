package org.offprint.issue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Keys and values of a YAML mapping as the author wrote them: a value stays text until somebody
 * asks for more, so that no date loses its offset and no version its last zero. Limits: 64 Ki
 * characters, 10 levels, no aliases of collections. Immutable.
 */
public final class YamlMapping {
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final int MOST_LEVELS = 10;

  /** An open quote is found at its end. */
  private static final int MOST_LINES_BEFORE = 100;

  private final Map<String, YamlValue> values;
  private final Map<String, Integer> lines;

  private YamlMapping(Map<String, YamlValue> values, Map<String, Integer> lines) {
    this.values = values;
    this.lines = lines;
  }

  /**
   * Reads a document whose top level is a mapping; an empty document is an empty mapping.
   *
   * @param file the name that problems carry
   * @param firstLine the line of {@code file} at which {@code yaml} begins, counted from 1
   * @param problems takes what is wrong with the document
   * @return empty if the document cannot be used
   */
  public static Optional<YamlMapping> parse(
      String file, int firstLine, String yaml, List<Problem> problems) {
    try {
      Node root = compose(yaml);
      if (root == null || YamlValue.isNull(root)) {
        return Optional.of(new YamlMapping(Map.of(), Map.of()));
      }
      if (root instanceof MappingNode mapping) {
        return of(file, firstLine, mapping, problems);
      }
      List<String> lines = yaml.lines().toList();
      IntStream places = IntStream.range(0, Math.min(lines.size(), MOST_LINES_BEFORE))
          .filter(place -> root instanceof ScalarNode);
      problems.add(Quoting.firstFault(file, firstLine, lines, places)
          .orElseGet(() -> new Problem(
              file,
              firstLine,
              "this must be a list of \"key: value\" lines, but it is something else")));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      int context = e.getContextMark() == null ? line : e.getContextMark().getLine();
      boolean isNoPair = String.valueOf(e.getProblem()).startsWith("could not find expected ':'");
      List<String> lines = yaml.lines().toList();
      IntStream places = IntStream.concat(
          IntStream.of(line, context),
          IntStream.rangeClosed(1, Math.min(line, MOST_LINES_BEFORE)).map(before -> line - before));
      problems.add(Quoting.firstFault(file, firstLine, lines, places)
          .or(() -> firstTab(file, firstLine, lines, line))
          .orElseGet(() -> new Problem(
              file,
              firstLine + (isNoPair ? context : line),
              "not valid YAML: "
                  + (isIndentedKey(e, line < lines.size() ? lines.get(line) : "")
                      ? "all keys must begin in one column; remove the blanks before this one"
                      : reason(e.getProblem(), String.valueOf(e.getContext()))))));
    } catch (YAMLException | IllegalArgumentException e) {
      // SnakeYAML refuses some tags, such as "!%20", by the latter.
      problems.add(new Problem(
          file, firstLine, "not valid YAML: " + reason(String.valueOf(e.getMessage()), "")));
    }
    return Optional.empty();
  }

  /** Parses like SnakeYAML's {@code Yaml}, without its constructor of objects, which each file would create anew. */
  private static Node compose(String yaml) {
    LoaderOptions limits = limits();
    return new Composer(new ParserImpl(new StreamReader(yaml), limits), new Resolver(), limits)
        .getSingleNode();
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(MOST_LEVELS);
    options.setMaxAliasesForCollections(0);
    options.setAllowRecursiveKeys(false);
    return options;
  }

  private static Optional<Problem> firstTab(
      String file, int firstLine, List<String> lines, int last) {
    return IntStream.rangeClosed(Math.max(0, last - 1), Math.min(last, lines.size() - 1))
        .filter(place -> lines.get(place).startsWith("\t"))
        .mapToObj(place -> new Problem(
            file,
            firstLine + place,
            "not valid YAML: begin this line with blanks instead of the tab"))
        .findFirst();
  }

  /** YAML takes such a line for more words of the value above. */
  private static boolean isIndentedKey(MarkedYAMLException fault, String line) {
    return String.valueOf(fault.getProblem()).startsWith("mapping values are not allowed")
        && line.matches("\\s+[A-Za-z][\\w-]*:(\\s.*)?");
  }

  private static String reason(String message, String context) {
    if (context.contains("alias")) {
      return "a value that begins with * must stand in quotes";
    }
    String line = message.lines().findFirst().orElse("").strip();
    if (line.startsWith("mapping values are not allowed")) {
      return "a value that contains \": \" must stand in quotes";
    }
    if (line.startsWith("could not find expected ':'")) {
      return "each line must be \"key: value\", and a value one line long";
    }
    if (line.startsWith("expected '<document start>'")) {
      return "all keys must begin in one column; remove the blanks before the first one";
    }
    if (line.contains("unknown escape character")) {
      return line + "; use single quotes, or no quotes, where a backslash is meant";
    }
    return line;
  }

  static Optional<YamlMapping> of(
      String file, int firstLine, MappingNode mapping, List<Problem> problems) {
    Map<String, YamlValue> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    boolean sound = true;
    for (NodeTuple tuple : mapping.getValue()) {
      int line = firstLine + tuple.getKeyNode().getStartMark().getLine();
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(new Problem(file, line, "a key must be a plain word"));
        sound = false;
      } else if (lines.containsKey(key.getValue())) {
        problems.add(new Problem(
            file,
            line,
            "the key \"%s\" stands here a second time (first on line %s); remove one"
                .formatted(key.getValue(), lines.get(key.getValue()))));
        sound = false;
      } else {
        lines.put(key.getValue(), line);
        if (!YamlValue.isNull(tuple.getValueNode())) {
          values.put(key.getValue(), new YamlValue(file, firstLine, tuple.getValueNode()));
        }
      }
    }
    return sound ? Optional.of(new YamlMapping(values, lines)) : Optional.empty();
  }

  /** The value of the first of these keys that has one; a key without a value has none. */
  public Optional<YamlValue> find(String... keys) {
    for (String key : keys) {
      Optional<YamlValue> value = Optional.ofNullable(values.get(key));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** All keys in the author's order, those without a value too. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(lines.keySet());
  }

  /** The line of a key in its file; 0 if there is no such key. */
  public int lineOf(String key) {
    return lines.getOrDefault(key, 0);
  }
}
