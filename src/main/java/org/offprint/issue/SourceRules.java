package org.offprint.issue;

import java.time.ZoneId;

/**
 * The publisher's rules for files of issues as authors write them.
 *
 * @param dates the rules for dates
 * @param areChosen true if the publisher names the files that are issues, so that they need no front matter
 * @param templates the rules for the template languages of other generators
 */
public record SourceRules(DateRules dates, boolean areChosen, TemplateRules templates) {
  /** Rules without any choice of the publisher. */
  public static SourceRules of(ZoneId zone) {
    return new SourceRules(DateRules.of(zone), false, TemplateRules.DEFAULT);
  }

  /** Returns a copy for a newsletter of this time zone and language. */
  public SourceRules in(ZoneId zone, String language) {
    return new SourceRules(
        new DateRules(zone, dates.time(), dates.order(), language, dates.sources()),
        areChosen,
        templates);
  }
}
