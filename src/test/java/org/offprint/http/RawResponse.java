package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as it came over the wire.
 *
 * @param content its body, each byte a letter
 */
record RawResponse(int status, Map<String, List<String>> headers, String content) {
  private static final String END_OF_HEADERS = "\r\n\r\n";

  /** Everything that a server sent until it closed the connection. */
  static RawResponse parse(byte[] wire) {
    String text = new String(wire, ISO_8859_1);
    int end = text.indexOf(END_OF_HEADERS);
    if (end < 0) {
      throw new AssertionError("no complete answer: \"" + text + "\"");
    }
    return of(text.substring(0, end), text.substring(end + END_OF_HEADERS.length()));
  }

  /** The next answer of a connection that may stay open, whose body is as long as it says. */
  static RawResponse read(InputStream wire) throws IOException {
    RawResponse headers = readWithoutBody(wire);
    int length = Integer.parseInt(headers.header("Content-Length"));
    byte[] body = wire.readNBytes(length);
    if (body.length < length) {
      throw new AssertionError("only " + body.length + " bytes of " + headers);
    }
    return new RawResponse(headers.status, headers.headers, new String(body, ISO_8859_1));
  }

  /** The next answer of a connection, to {@code HEAD} or of status 304: whatever it declares, none comes. */
  static RawResponse readWithoutBody(InputStream wire) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(END_OF_HEADERS) < 0) {
      int next = wire.read();
      if (next < 0) {
        throw new AssertionError("no complete answer: \"" + text + "\"");
      }
      text.append((char) next);
    }
    return of(text.substring(0, text.length() - END_OF_HEADERS.length()), "");
  }

  private static RawResponse of(String head, String content) {
    List<String> lines = head.lines().toList();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new RawResponse(Integer.parseInt(lines.get(0).substring(9, 12)), headers, content);
  }

  /** The body, byte by byte. */
  byte[] bytes() {
    return content.getBytes(ISO_8859_1);
  }

  /** The body as text in UTF-8. */
  String body() {
    return new String(bytes(), UTF_8);
  }

  /** The number of bytes of the body. */
  int length() {
    return content.length();
  }

  Optional<String> find(String header) {
    return headers.getOrDefault(header, List.of()).stream().findFirst();
  }

  String header(String name) {
    return find(name)
        .orElseThrow(() -> new AssertionError("no " + name + " in " + status + " " + headers));
  }

  String contentType() {
    return header("Content-Type");
  }

  /** All headers but the moment of the answer, to compare them. */
  Map<String, List<String>> headersWithoutDate() {
    Map<String, List<String>> rest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    rest.putAll(headers);
    rest.remove("Date");
    return rest;
  }
}
