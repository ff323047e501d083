package org.offprint.settings;

import java.net.URI;
import java.util.Optional;

/**
 * The addresses that the publication has if its own settings name none, or whatever they name.
 *
 * @param server what the server's settings say
 * @param local the last resort: how this machine reaches the server
 */
public record BaseUrls(Optional<URI> server, URI local) {}
