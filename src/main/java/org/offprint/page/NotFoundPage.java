package org.offprint.page;

import java.util.List;
import java.util.Optional;

/**
 * What stands at an address that leads nowhere.
 *
 * @param isCombination whether it names several sections
 */
record NotFoundPage(
    Frame frame,
    boolean isCombination,
    Optional<PageLinks.Link> meant,
    List<PageLinks.Link> sections,
    List<PageLinks.Link> views,
    String directory) {}
