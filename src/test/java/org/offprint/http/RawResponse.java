package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as it came over the wire; the length is that of the body in bytes. */
record RawResponse(int status, Map<String, List<String>> headers, String body, int length) {
  /** Everything that a server sent until it closed the connection. */
  static RawResponse parse(byte[] wire) {
    String text = new String(wire, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no complete answer: \"" + text + "\"");
    }
    List<String> lines = text.substring(0, end).lines().toList();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new RawResponse(
        Integer.parseInt(lines.get(0).substring(9, 12)),
        headers,
        new String(wire, end + 4, wire.length - end - 4, UTF_8),
        wire.length - end - 4);
  }

  Optional<String> find(String header) {
    return headers.getOrDefault(header, List.of()).stream().findFirst();
  }

  String header(String name) {
    return find(name)
        .orElseThrow(() -> new AssertionError("no " + name + " in " + status + " " + headers));
  }

  /** The content type; the space before its parameter is optional (RFC 9110 section 8.3.1). */
  String contentType() {
    return header("Content-Type").replace(";charset", "; charset");
  }
}
