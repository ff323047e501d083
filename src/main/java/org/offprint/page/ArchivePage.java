package org.offprint.page;

import java.util.List;

/**
 * What the archive shows of one year.
 *
 * @param years all there are, newest first
 */
record ArchivePage(Frame frame, String title, List<Year> years, List<Month> months) {
  /** A year and how many issues it has. */
  record Year(int year, String target, int issues, boolean isShown) {}

  /** A month and its issues, newest first. */
  record Month(String name, List<IssueLine> issues) {}
}
