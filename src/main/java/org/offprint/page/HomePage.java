package org.offprint.page;

import java.util.List;

/** What the home page shows. */
record HomePage(
    Frame frame,
    String description,
    List<PageLinks.Link> feeds,
    List<PageLinks.Link> itemFeeds,
    List<SectionLine> sections,
    List<DirectoryPage.Line> views,
    String directory,
    List<IssueLine> issues) {
  /** One section with its feeds and the number of issues that have it. */
  record SectionLine(String title, String target, String issues, List<PageLinks.Link> feeds) {}
}
