package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Html;

/** What the page of an issue shows. */
record IssuePage(
    Frame frame,
    IssueLine issue,
    String language,
    Html content,
    List<Author> authors,
    String markdown,
    Optional<IssueLine> newer,
    Optional<IssueLine> older) {}
