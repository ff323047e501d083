package org.offprint.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * The facts of an entry in every format.
 *
 * @param place where it stands, for messages
 * @param id empty where it has none
 * @param title empty where it has none
 * @param link the page it leads to; empty where it names none
 * @param published empty where it is not said, or not understood
 * @param updated empty where it is not said, or not understood; always in RSS
 * @param content its HTML
 */
record ParsedEntry(
    String place,
    String id,
    String title,
    String link,
    Optional<Instant> published,
    Optional<Instant> updated,
    Markup content) {}
