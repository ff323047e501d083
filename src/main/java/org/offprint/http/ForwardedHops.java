package org.offprint.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For whom each proxy on the way passed a request on, as they wrote it into its headers, the nearest first.
 * A hop that hides its client ({@code unknown}, {@code _hidden}), or cannot be understood, is empty.
 */
final class ForwardedHops {
  /** No honest line is as long. */
  private static final int MOST_CHARACTERS = 2000;

  /** A parameter of RFC 7239, or none, and what ends it. */
  private static final Pattern PARAMETER = Pattern.compile("\\G\\s*+(?:([^\\s=,;\"]++)\\s*+=\\s*+"
      + "(?:\"([^\"\\\\]*+)\"|([^\\s,;\"]*+)))?\\s*+([,;])");

  /** {@code [2001:db8::1]:80}, {@code 192.0.2.1:80}, or all that has neither brackets nor one port. */
  private static final Pattern NODE =
      Pattern.compile("\\[([^\\]]+)\\](?::[\\w.-]+)?|([^:\\[]+)(?::[\\w.-]+)?|([^\\[]+)");

  /** What a parameter says that stands in an element a second time: nothing. */
  private static final String TWICE = "";

  private ForwardedHops() {}

  /** Reads the lines of {@code Forwarded} (RFC 7239). */
  static List<Optional<InetAddress>> ofForwarded(List<String> lines) {
    return nearestFirst(lines, ForwardedHops::elements);
  }

  /** Reads the lines of {@code X-Forwarded-For}, which no document defines: addresses, some with a port. */
  static List<Optional<InetAddress>> ofXForwardedFor(List<String> lines) {
    return nearestFirst(lines, ForwardedHops::members);
  }

  /** A proxy adds to the end, of the last line or in a line of its own. */
  private static List<Optional<InetAddress>> nearestFirst(
      List<String> lines, Function<String, List<Optional<InetAddress>>> hops) {
    List<Optional<InetAddress>> all = new ArrayList<>();
    for (String line : lines) {
      all.addAll(line.length() > MOST_CHARACTERS ? List.of(Optional.empty()) : hops.apply(line));
    }
    Collections.reverse(all);
    return all;
  }

  private static List<Optional<InetAddress>> members(String line) {
    return Pattern.compile(",")
        .splitAsStream(line)
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .map(ForwardedHops::node)
        .toList();
  }

  /**
   * The elements of a line. One that is malformed anywhere is a single hop that says nothing: a client could
   * have begun a quotation in it, to swallow what the proxy adds.
   */
  private static List<Optional<InetAddress>> elements(String line) {
    List<Optional<InetAddress>> hops = new ArrayList<>();
    Map<String, String> element = new HashMap<>();
    String text = line + ",";
    Matcher parameter = PARAMETER.matcher(text);
    int end = 0;
    while (parameter.find()) {
      end = parameter.end();
      if (parameter.group(1) != null) {
        String value = Optional.ofNullable(parameter.group(2)).orElse(parameter.group(3));
        element.merge(parameter.group(1).toLowerCase(Locale.ROOT), value, (one, other) -> TWICE);
      }
      if (parameter.group(4).equals(",") && !element.isEmpty()) {
        hops.add(node(element.getOrDefault("for", "")));
        element.clear();
      }
    }
    return end == text.length() ? hops : List.of(Optional.empty());
  }

  private static Optional<InetAddress> node(String text) {
    Matcher parts = NODE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(parts.group(1))
        .or(() -> Optional.ofNullable(parts.group(2)))
        .or(() -> Optional.ofNullable(parts.group(3)))
        .flatMap(IpAddresses::parse);
  }
}
