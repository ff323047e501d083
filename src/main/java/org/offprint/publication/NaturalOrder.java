package org.offprint.publication;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders texts as people count: numbers in them by their value, so that 9 stands before 10. */
final class NaturalOrder implements Comparator<String> {
  static final Comparator<String> HIGHEST_FIRST =
      new NaturalOrder().thenComparing(Comparator.naturalOrder()).reversed();

  private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    List<String> left = PIECE.matcher(a).results().map(MatchResult::group).toList();
    List<String> right = PIECE.matcher(b).results().map(MatchResult::group).toList();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = comparePieces(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int comparePieces(String a, String b) {
    boolean areNumbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return areNumbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }
}
