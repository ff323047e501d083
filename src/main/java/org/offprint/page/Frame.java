package org.offprint.page;

import java.util.List;
import java.util.Optional;

/** What every page has around its content. */
record Frame(
    String title,
    String publication,
    String language,
    Optional<String> canonical,
    Optional<String> markdown,
    Optional<String> icon,
    String favicon,
    String oldFavicon,
    String home,
    String stylesheet,
    String status,
    String opml,
    Optional<String> copyright,
    List<PageLinks.Link> discovery) {}
