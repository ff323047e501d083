package org.offprint.issue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the intended name for a mistyped one. */
public final class DidYouMean {
  /** Longer names come from no person; comparing them would cost. */
  private static final int LONGEST = 100;
  /** Fewer letters stand in too many words. */
  private static final int LEAST_OF_PART = 3;

  private DidYouMean() {}

  /**
   * Returns the candidate whose name differs least: by at most a third of its letters, or only by letters that one of
   * the two has in addition.
   *
   * @param names the names of a candidate; one of fewer than three letters must itself be near
   */
  public static <T> Optional<T> of(
      String name, Collection<T> candidates, Function<T, Stream<String>> names) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    return candidates.stream()
        .map(candidate -> Map.entry(distance(wanted, names.apply(candidate)), candidate))
        .filter(entry -> entry.getKey() < Integer.MAX_VALUE)
        .min(Comparator.comparingInt(Map.Entry::getKey))
        .map(Map.Entry::getValue);
  }

  private static int distance(String wanted, Stream<String> names) {
    return names
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .mapToInt(name -> distance(wanted, name))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static int distance(String wanted, String name) {
    if (isPart(name, wanted) || (isPart(wanted, name) && name.startsWith(wanted))) {
      return Math.abs(wanted.length() - name.length());
    }
    int most = Math.max(1, (name.length() + 1) / 3);
    if (Math.abs(wanted.length() - name.length()) > most) {
      return Integer.MAX_VALUE;
    }
    int distance = edits(wanted, name);
    return distance <= most ? distance : Integer.MAX_VALUE;
  }

  private static boolean isPart(String part, String whole) {
    return part.length() >= LEAST_OF_PART && whole.contains(part);
  }

  /**
   * Counts the letters to add, remove or replace, and the neighbours to swap, to turn one word into another (optimal string
   * alignment).
   */
  public static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edits(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int edits(String a, String b, int i, int j, int[][] edits) {
    char last = a.charAt(i - 1);
    int replaced = edits[i - 1][j - 1] + (last == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean isSwapped =
        i > 1 && j > 1 && last == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
