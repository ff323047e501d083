package org.offprint.page;

import java.util.List;

/** What the list of all feeds shows. */
record DirectoryPage(Frame frame, List<Group> groups, List<PageLinks.Link> lists) {
  /** Feeds that belong together. */
  record Group(String title, List<Line> feeds) {}

  /** One feed in its formats. */
  record Line(String title, String page, List<PageLinks.Link> formats) {}
}
