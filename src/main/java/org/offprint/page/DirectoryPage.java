package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.feed.Wording;

/** What the list of all feeds shows. */
record DirectoryPage(Frame frame, List<Group> groups, List<PageLinks.Link> lists, Builder builder) {
  /** Feeds that belong together. */
  record Group(String title, List<Row> feeds) {}

  /**
   * The feeds of one scope.
   *
   * @param held what a view holds; may be empty
   * @param facts how many issues have something, and how often, in words; may be empty
   * @param updated when it last had something new
   */
  record Row(
      Wording title,
      String page,
      Wording held,
      String facts,
      Optional<Updated> updated,
      List<LensLine> lenses) {}

  /** A day. */
  record Updated(String machineDate, String date) {}

  /** One lens of a feed in its formats. */
  record LensLine(String title, List<PageLinks.FeedLink> feeds) {}

  /**
   * The form that puts a feed together.
   *
   * @param action where it is sent
   * @param base where addresses begin
   * @param root the same without scheme and host
   * @param uncombined how many sections there are that cannot be named together with others
   * @param complaint why there is no such feed
   */
  record Builder(
      String action,
      String base,
      String root,
      int most,
      List<Choice> sections,
      int uncombined,
      boolean leavesOut,
      List<Choice> lenses,
      List<Choice> formats,
      Optional<String> complaint) {}

  /** What can be chosen. */
  record Choice(String value, String title, boolean isChosen) {}
}
