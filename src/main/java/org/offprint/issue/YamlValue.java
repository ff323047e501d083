package org.offprint.issue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One value of a {@link YamlMapping} and the place where it stands. Immutable. */
public final class YamlValue {
  /** The end of a name behind its comma. */
  private static final Pattern SUFFIX =
      Pattern.compile("(?i),\\s*(?:jr|sr|ph\\.?d|m\\.?d|esq|inc|llc|ltd|gmbh|ii|iii)\\b");

  private final String file;
  private final int firstLine;
  private final Node node;

  YamlValue(String file, int firstLine, Node node) {
    this.file = file;
    this.firstLine = firstLine;
    this.node = node;
  }

  static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
        && List.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
  }

  /** The line of the value in its file, counted from 1. */
  public int line() {
    return firstLine + node.getStartMark().getLine();
  }

  /** The text of a scalar as written, without what XML forbids; empty for a list or a mapping. */
  public Optional<String> text() {
    return node instanceof ScalarNode scalar
        ? Optional.of(SourceText.withoutForbidden(scalar.getValue()))
        : Optional.empty();
  }

  /** The members of a list; a single value counts as a list of one. */
  public List<YamlValue> list() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream()
            .filter(member -> !isNull(member))
            .map(member -> new YamlValue(file, firstLine, member))
            .toList()
        : List.of(this);
  }

  /** The names in one line of text, between commas or semicolons; another value counts as one part. */
  Stream<YamlValue> parts() {
    String text = text().orElse("");
    String sign = text.contains(";") ? ";" : ",";
    return !text.contains(sign) || SUFFIX.matcher(text).find() || !(node instanceof ScalarNode)
        ? Stream.of(this)
        : Stream.of(text.split(sign))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> new YamlValue(file, firstLine, with(part)));
  }

  private ScalarNode with(String part) {
    return new ScalarNode(
        node.getTag(),
        part,
        node.getStartMark(),
        node.getEndMark(),
        DumperOptions.ScalarStyle.DOUBLE_QUOTED);
  }

  /** Returns true if this is a list in the author's file. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns true if this is a mapping. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /**
   * The mapping that this value is.
   *
   * @param problems takes what is wrong with it
   * @return empty if this is no mapping, or one that cannot be used
   */
  public Optional<YamlMapping> mapping(List<Problem> problems) {
    return node instanceof MappingNode mapping
        ? YamlMapping.of(file, firstLine, mapping, problems)
        : Optional.empty();
  }

  /** An error at this place. */
  public Problem problem(String message) {
    return new Problem(file, line(), message);
  }

  /** A warning at this place: the value is not used, or not as a whole. */
  Problem warning(String message) {
    return new Problem(Problem.Kind.VALUE, file, line(), message);
  }
}
