package org.offprint.feed;

import java.net.URI;
import java.util.Optional;

/**
 * What an entry is about.
 *
 * @param term for software
 * @param label for people
 * @param scheme whose term it is; empty for the author's own tags
 */
public record Category(String term, String label, Optional<URI> scheme) {}
