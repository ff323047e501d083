package org.offprint.issue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of each file only what names and dates its issue, which costs a small part of reading it. */
public record IssueHeads(Path root, ReadingRules rules) {
  private static final Pattern END = Pattern.compile("\\n(?:---|\\+\\+\\+|\\.\\.\\.|\\})");

  private static final Pattern TITLE = Pattern.compile("(?im)^(?:[{\\s]*[\"'])?title\\b");

  /** Returns an issue without its content; empty if the file is none, or cannot be read. */
  public Optional<Issue> read(String file, Surroundings around) {
    return text(file)
        .map(text -> {
          int end =
              Opening.find(file, text, new ArrayList<>()).map(Opening::end).orElse(0);
          return text.substring(0, end) + TitleOfText.headings(text.substring(end));
        })
        .map(head -> head.getBytes(StandardCharsets.UTF_8))
        .flatMap(bytes -> new IssueReader(rules).read(file, bytes, around).issue());
  }

  /** Returns the words, as in a {@link Slug}, of the part of a file that may name its issue; none if it cannot be read. */
  public String words(String file) {
    return Slug.words(text(file).map(IssueHeads::beginning).orElse(""));
  }

  private static String beginning(String text) {
    String start = text.stripLeading();
    Matcher end = END.matcher(start);
    int first = start.isEmpty() || "-+{".indexOf(start.charAt(0)) < 0
        ? start.indexOf("\n\n")
        : end.find(1) ? end.start() : -1;
    String front = start.substring(0, first < 0 ? start.length() : first);
    // Where it has a title, no heading is one.
    return TITLE.matcher(front).find() ? front : front + "\n" + TitleOfText.headingsAnywhere(start);
  }

  private Optional<String> text(String file) {
    try (InputStream stream = Files.newInputStream(root.resolve(file))) {
      return SourceText.decode(stream.readNBytes(rules.mostBytes()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
