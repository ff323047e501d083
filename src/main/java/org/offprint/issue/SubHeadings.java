package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The places where a section is divided by its sub-headings of the shallowest level. */
final class SubHeadings {
  private SubHeadings() {}

  /** Returns what stands before the first sub-heading, then each sub-heading with what belongs to it. */
  static List<List<Node>> divide(List<Node> nodes) {
    OptionalInt level =
        nodes.stream().mapToInt(ItemCutter::headingLevel).filter(own -> own > 0).min();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (level.isPresent() && ItemCutter.headingLevel(nodes.get(i)) == level.getAsInt()) {
        starts.add(i);
      }
    }
    starts.add(nodes.size());
    moveToPictures(nodes, starts);
    List<List<Node>> parts = new ArrayList<>(List.of(nodes.subList(0, starts.get(0))));
    for (int i = 0; i + 1 < starts.size(); i++) {
      parts.add(nodes.subList(starts.get(i), starts.get(i + 1)));
    }
    return parts;
  }

  /** Moves the starts of sub-headings to the pictures above them, where pictures stand there as a rule. */
  private static void moveToPictures(List<Node> nodes, List<Integer> starts) {
    List<Integer> pictures =
        starts.stream().map(end -> pictureBefore(nodes, end)).toList();
    int last = starts.size() - 1;
    long above = pictures.stream().limit(last).filter(start -> start >= 0).count();
    if (pictures.get(0) >= 0 && pictures.get(last) < 0 && above * 2 > last) {
      for (int i = 0; i < last; i++) {
        starts.set(i, pictures.get(i) < 0 ? starts.get(i) : pictures.get(i));
      }
    }
  }

  /** Returns the position of a picture directly before a position, else -1. */
  private static int pictureBefore(List<Node> nodes, int end) {
    int at = end - 1;
    while (at >= 0 && !ItemCutter.shows(nodes.get(at))) {
      at--;
    }
    return at >= 0 && nodes.get(at) instanceof Element block && LinkLayout.isPictorial(block)
        ? at
        : -1;
  }
}
