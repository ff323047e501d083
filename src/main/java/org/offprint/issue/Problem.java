package org.offprint.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A fault in a file of the publisher, with its place. A problem is a value, never thrown.
 *
 * @param kind the kind of fault, which says how severe it is
 * @param file path relative to the folder of issues, with {@code /} between names
 * @param line line in that file, counted from 1; 0 when the fault concerns the file as a whole
 * @param message the fault and its remedy, one sentence, for the author of the file
 * @param publicFrom the time from which everybody may read it: {@link Instant#MIN} if the file is published or hides nothing,
 *     {@link Instant#MAX} for a draft
 */
public record Problem(Kind kind, String file, int line, String message, Instant publicFrom)
    implements Comparable<Problem> {
  /** The start of the message if a file cannot be read. */
  public static final String CANNOT_BE_READ = "cannot be read: ";

  /** It may repeat what the author wrote. */
  private static final int LONGEST = 500;

  /** Nobody reads more of one kind; a folder from elsewhere has hundreds. */
  private static final int MOST_OF_A_KIND = 10;

  private static final int NAMED_OF_A_KIND = 3;

  private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
      .thenComparingInt(Problem::line)
      .thenComparing(Problem::message)
      .thenComparing(Problem::kind);

  /** The consequence of a problem. */
  public enum Severity {
    /** A file, or its change, is not published. */
    ERROR,
    /** Readers may not get what the author meant. */
    WARNING
  }

  /** The kinds of faults: all but the first two are warnings. */
  public enum Kind {
    /** A file, or its change, is not published. */
    ERROR,
    /** An issue of which only the number is known, and no date. */
    DATE,
    /** A file that is left alone, as it seems to be no issue. */
    FILE,
    /** A value that is not used, was cut off, or is missing. */
    VALUE,
    /** A key that is nearly a known one. */
    KEY,
    /** A video, a frame or the like, of which a link is left. */
    EMBED,
    /** A picture without an address that readers can use. */
    PICTURE,
    /** A link whose address readers cannot follow. */
    LINK,
    /** A tag of a template language that was left out. */
    TEMPLATE,
    /** A raw tag that is never closed. */
    TAG,
    /** A heading that is nearly another one. */
    HEADING,
    /** A section that is missing, though most issues have it. */
    SECTION,
    /** An item without a link among items that have one. */
    ITEM,
    /** An item that repeats an earlier one. */
    REPEAT,
    /** An issue that looks like another one. */
    COPY,
    /** An issue that has its name in common with another one. */
    NAME,
    /** An issue whose file had another name. */
    RENAME;

    /** Returns the consequence. */
    public Severity severity() {
      return this == ERROR || this == DATE ? Severity.ERROR : Severity.WARNING;
    }
  }

  /** The file of a problem that concerns the folder as a whole. */
  private static final String FOLDER = ".";

  public Problem {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " must be >= 0");
    }
    message = PlainText.cut(message, LONGEST);
  }

  /** An error of a file that is no draft, or of a valid issue. */
  public Problem(String file, int line, String message) {
    this(Kind.ERROR, file, line, message);
  }

  /** A problem of a file that is no draft, or of a valid issue. */
  public Problem(Kind kind, String file, int line, String message) {
    this(kind, file, line, message, Instant.MIN);
  }

  Problem publicFrom(Instant moment) {
    return new Problem(kind, file, line, message, moment);
  }

  /** Returns a copy that everybody may read if the time for it has come. */
  public Problem at(Instant now) {
    return publicFrom.isAfter(now) ? this : publicFrom(Instant.MIN);
  }

  /** Returns a copy for a file that was an issue: one without front matter has lost it. */
  public Problem asError() {
    return switch (kind) {
      case FILE ->
        new Problem(
            Kind.ERROR,
            file,
            line,
            "has no front matter any more; begin it with a line \"---\", a \"title:\" and a \"date:\", and another \"---\"",
            publicFrom);
      case DATE -> new Problem(Kind.ERROR, file, line, message, publicFrom);
      default -> this;
    };
  }

  /** Returns a copy that says more. */
  public Problem and(String more) {
    return new Problem(kind, file, line, message + more, publicFrom);
  }

  /** Returns true if not everybody may read it yet. */
  public boolean isHeldBack() {
    return publicFrom.isAfter(Instant.MIN);
  }

  /** Returns true if the file could not be read at all; a retry may succeed. */
  public boolean isOfReading() {
    return message.startsWith(CANNOT_BE_READ);
  }

  /** Returns true if it keeps a file, or its change, from being published. */
  public boolean isError() {
    return kind.severity() == Severity.ERROR;
  }

  /** Returns how many problems, and how many warnings if there are some, in words. */
  public static String count(List<Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
    long warnings = problems.size() - errors;
    return count(errors, "problem") + (warnings > 0 ? ", " + count(warnings, "warning") : "");
  }

  /** Returns a number of things in words: {@code 1 issue}, {@code 2 issues}. */
  public static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /**
   * Sums up warnings of one kind, and errors with one message, where there are more than ten: the first stands for all,
   * and names two files more.
   */
  public static List<Problem> summedUp(List<Problem> problems) {
    Map<String, List<Problem>> alike = problems.stream()
        .collect(Collectors.groupingBy(
            problem -> problem.isError() ? problem.message() : problem.kind().toString(),
            LinkedHashMap::new,
            Collectors.toList()));
    List<Problem> shown = new ArrayList<>();
    alike.values().forEach(same -> {
      if (same.size() > MOST_OF_A_KIND) {
        shown.add(summary(same));
      } else {
        shown.addAll(same);
      }
    });
    return shown.stream().sorted().toList();
  }

  private static Problem summary(List<Problem> alike) {
    Problem first = alike.get(0);
    String others = alike.stream()
        .map(Problem::file)
        .distinct()
        .skip(1)
        .limit(NAMED_OF_A_KIND - 1)
        .collect(Collectors.joining(" and "));
    return first.and(" (and %d more of this kind%s; \"offprint check --all\" lists them)"
        .formatted(alike.size() - 1, others.isEmpty() ? "" : ", as in " + others));
  }

  /** By file, then line. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /**
   * The form that compilers use, so that editors can jump to the place: {@code file:line: message}, or
   * {@code file:line: warning: message}; line 1 for a fault of the file as a whole.
   */
  @Override
  public String toString() {
    String place = isOfFolder() ? "" : file + ":" + Math.max(1, line) + ": ";
    return place + (isError() ? "" : "warning: ") + message;
  }

  /** Returns the same with the path of the folder of issues; what concerns all files has no line. */
  public String under(String folder) {
    return folder + (isOfFolder() ? ": " : "/") + this;
  }

  private boolean isOfFolder() {
    return file.equals(FOLDER);
  }
}
