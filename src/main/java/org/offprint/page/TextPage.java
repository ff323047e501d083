package org.offprint.page;

import java.util.Optional;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.publication.Addresses;
import org.offprint.publication.PublishedIssue;

/** A page of the publisher's own, such as an imprint. */
record TextPage(PageLayout layout, String title, Html content, Optional<String> language) {
  private static final int EXCERPT_LENGTH = 200;

  static TextPage of(PublishedIssue own, PageContext context) {
    Issue page = own.issue();
    return new TextPage(
        PageLayout.of(
            context,
            page.title(),
            Addresses.path(page),
            PageLayout.Card.website(
                page.description().orElseGet(() -> page.content().excerpt(EXCERPT_LENGTH)))),
        page.title(),
        withoutTitle(page)
            .forPage(
                address -> context.publication().addresses().pathOf(address).flatMap(own::sizeOf)),
        page.language());
  }

  /** A page whose title is its first heading would show it twice. */
  private static Html withoutTitle(Issue page) {
    Html rest = page.content().withoutOpeningHeading();
    String whole = page.content().text();
    String heading = whole.substring(0, whole.length() - rest.text().length());
    return heading.strip().equals(page.title()) ? rest : page.content();
  }
}
