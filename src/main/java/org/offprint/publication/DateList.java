package org.offprint.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.DateRules;
import org.offprint.issue.IssueReader;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceText;

/**
 * The publisher's file with a line {@code name: date} for each issue, as it was read last.
 *
 * @param dates by path or by name, with or without the ending
 * @param problems the lines that say no date
 */
record DateList(Map<String, OffsetDateTime> dates, List<Problem> problems) {
  static final DateList NONE = new DateList(Map.of(), List.of());

  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern LINE =
      Pattern.compile("\\s*+([^#\\s].*?)\\s*:\\s+(\\S.*?)\\s*(?:\\s#.*)?");
  private static final Pattern NOTHING = Pattern.compile("\\s*(?:#.*)?");
  private static final Pattern ENDING = Pattern.compile("\\.[^./]+$");
  private static final Pattern OF_FOLDER = Pattern.compile("(?i)/(?:readme|index)$");

  DateList {
    dates = Map.copyOf(dates);
    problems = List.copyOf(problems);
  }

  static DateList read(Path root, String file, DateRules rules) {
    try (InputStream stream = Files.newInputStream(root.resolve(file))) {
      Optional<String> text = SourceText.decode(stream.readNBytes(MOST_BYTES));
      return text.map(lines -> of(file, lines.lines().toList(), rules))
          .orElseGet(() -> failed(file, "is not valid UTF-8; save it with the encoding UTF-8"));
    } catch (IOException e) {
      return failed(file, Problem.CANNOT_BE_READ + IssueReader.reason(e));
    }
  }

  private static DateList failed(String file, String message) {
    return new DateList(Map.of(), List.of(new Problem(file, 0, message)));
  }

  private static DateList of(String file, List<String> lines, DateRules rules) {
    Map<String, OffsetDateTime> dates = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      Optional<OffsetDateTime> date = line.matches() ? rules.find(line.group(2)) : Optional.empty();
      if (date.isPresent()) {
        if (dates.putIfAbsent(line.group(1), date.get()) != null) {
          problems.add(new Problem(
              file, i + 1, "\"%s\" has a date already further up".formatted(line.group(1))));
        }
      } else if (!NOTHING.matcher(lines.get(i)).matches()) {
        problems.add(new Problem(
            file, i + 1, "this must be a name and a date, such as issue-12: 2018-04-20"));
      }
    }
    return new DateList(dates, problems);
  }

  /** Returns the date of a file. */
  Optional<OffsetDateTime> find(String file) {
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    String path = ENDING.matcher(file).replaceAll("");
    String folder = OF_FOLDER.matcher(path).replaceAll("");
    return Stream.of(file, path, folder)
        .flatMap(name -> Stream.of(name, name.substring(name.lastIndexOf('/') + 1)))
        .flatMap(name -> Optional.ofNullable(dates.get(name)).stream())
        .findFirst();
  }
}
