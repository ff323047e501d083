package org.offprint.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The callbacks that subscribers may name.
 *
 * @param httpsOnly true to refuse callbacks that begin with http://
 * @param ports the ports that they may name
 * @param allowed private networks that may be connected to, by callbacks, webhooks and other hubs; every public address may
 */
public record CallbackRules(boolean httpsOnly, Set<Integer> ports, List<Network> allowed) {
  /** The ports without settings. */
  public static final Set<Integer> DEFAULT_PORTS = Set.of(80, 443, 8080, 8443);

  /** The rules without settings: https, the usual ports, public addresses. */
  public static final CallbackRules DEFAULT = new CallbackRules(true, DEFAULT_PORTS, List.of());

  private static final int MOST_CHARACTERS = 2048;

  /** Makes rules of lists that no longer change. */
  public CallbackRules {
    ports = Set.copyOf(ports);
    allowed = List.copyOf(allowed);
  }

  /**
   * Returns the reason to refuse a callback, for its subscriber. A name is not looked up here: its addresses are checked before each
   * connection.
   *
   * @param ownHost the host of the newsletter, which is refused
   */
  Optional<String> refusal(String callback, String ownHost) {
    URI uri;
    try {
      uri = new URI(callback);
    } catch (URISyntaxException e) {
      return Optional.of("hub.callback is not a URL");
    }
    String scheme = String.valueOf(uri.getScheme());
    boolean isHttps = scheme.equalsIgnoreCase("https");
    String host = Receiver.host(callback);
    int port = uri.getPort() >= 0 ? uri.getPort() : isHttps ? 443 : 80;
    if (callback.length() > MOST_CHARACTERS) {
      return Optional.of("hub.callback is longer than " + MOST_CHARACTERS + " characters");
    } else if (!callback.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.of("hub.callback must be percent-encoded");
    } else if (!isHttps && (httpsOnly || !scheme.equalsIgnoreCase("http"))) {
      return Optional.of(
          "hub.callback must begin with https://" + (httpsOnly ? "" : " or http://"));
    } else if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("hub.callback must have no user name and no fragment");
    } else if (host.isEmpty() || AddressCheck.isOddNumber(host)) {
      return Optional.of("hub.callback must name a host, or an address of four decimal numbers");
    } else if (host.equals(ownHost)) {
      return Optional.of("hub.callback is on the host of the newsletter itself");
    } else if (!ports.contains(port)) {
      return Optional.of("hub.callback names a port that is not allowed");
    }
    return Optional.empty();
  }
}
