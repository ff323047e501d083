package org.offprint.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.site.Answer;
import org.offprint.site.Site;

/**
 * Decides how what a search came to is sent.
 *
 * @param delivery sends what was found like anything else
 */
record SearchReplies(Delivery delivery) {
  private static final int BAD_REQUEST = 400;

  /** There is one page for each query, and what it leads to is found without it. */
  private static final HttpField NO_ROBOTS = new PreEncodedHttpField("X-Robots-Tag", "noindex");

  Reply of(Asked asked, Site site, Answer answer) {
    return reply(asked, site, answer).with(NO_ROBOTS).at(Route.SEARCH);
  }

  private Reply reply(Asked asked, Site site, Answer answer) {
    if (answer instanceof Answer.Searched searched) {
      return delivery.found(asked, site, searched.target(), searched.representation());
    }
    if (answer instanceof Answer.Later later) {
      return Delivery.later(asked, site, later);
    }
    if (answer instanceof Answer.SeeOther other) {
      return Reply.seeOther(other.location());
    }
    return answer instanceof Answer.Moved moved
        ? Reply.moved(moved.location())
        : Reply.line(BAD_REQUEST, HttpFields.EMPTY, ((Answer.Malformed) answer).reason() + "\n");
  }
}
