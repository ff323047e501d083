package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes markup fit for a page that people read. */
final class PageMarkup {
  private static final int SECTION_LEVEL = 2;

  private PageMarkup() {}

  /** A heading that is still open: those below it are deeper. */
  private record Open(int written, int shown) {}

  static String of(String markup) {
    Document page = Jsoup.parseBodyFragment(markup);
    page.outputSettings().prettyPrint(false);
    page.select("table:not(table table)")
        .forEach(table -> table.wrap("<div class=\"wide\" tabindex=\"0\"></div>"));
    page.select("pre").attr("tabindex", "0");
    page.select("a[href]:not(:has(*))").stream()
        .filter(link -> link.text().equals(link.attr("href")))
        .forEach(link -> link.addClass("bare"));
    closeGaps(page.body());
    return page.body().html();
  }

  private static void closeGaps(Element body) {
    Deque<Open> open = new ArrayDeque<>();
    body.select("h2, h3, h4, h5, h6").forEach(heading -> {
      int written = ItemCutter.headingLevel(heading);
      open.removeIf(other -> other.written() >= written);
      int shown = open.isEmpty() ? SECTION_LEVEL : open.peek().shown() + 1;
      open.push(new Open(written, shown));
      heading.tagName("h" + shown);
    });
  }
}
