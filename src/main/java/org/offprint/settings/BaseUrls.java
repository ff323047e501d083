package org.offprint.settings;

import java.net.URI;
import java.util.Optional;

/**
 * The base URLs that settings outside of the publication's own provide.
 *
 * @param server from the server's settings; takes precedence over the publication's own
 * @param local the last resort: the address of the server on this machine
 */
public record BaseUrls(Optional<URI> server, URI local) {}
