package org.offprint.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.push.Network;

/**
 * The settings of the hub.
 *
 * @param mode whether it is on
 * @param database the address of a PostgreSQL database, with its password; empty for a file in the data folder
 * @param allowed private networks that subscribers may be in
 * @param ports the ports at which subscribers may be
 * @param limit the most subscriptions of one feed
 * @param key encrypts the secrets of subscribers in the database; empty if there is none
 */
public record HubSettings(
    Mode mode,
    Optional<String> database,
    List<Network> allowed,
    Set<Integer> ports,
    int limit,
    Optional<String> key) {
  /** The variable with the key; it is no setting of the file, which many can read. */
  public static final String KEY = "OFFPRINT_PUSH_KEY";

  private static final int LEAST_CHARACTERS = 16;
  private static final int MOST_SUBSCRIPTIONS = 1_000_000;
  private static final int MOST_PORT = 65_535;
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** Switches the hub. */
  public enum Mode {
    /** On if it has a place for what it remembers, and readers use a public address with https. */
    AUTO,
    /** On. */
    ON,
    /** Off. */
    OFF
  }

  static HubSettings of(ServerSettings.Sources sources) {
    return new HubSettings(
        sources.get("websub", text -> Values.constant(text, Mode.values())),
        sources.find("database", text -> Optional.of(text).filter(to -> to.startsWith(POSTGRESQL))),
        sources.find("websub-allow", HubSettings::networks).orElse(List.of()),
        sources.get("websub-ports", HubSettings::ports),
        sources.get("websub-limit", text -> Values.number(text, 1, MOST_SUBSCRIPTIONS)),
        sources.secret(KEY).map(HubSettings::checked));
  }

  private static String checked(String key) {
    if (key.length() < LEAST_CHARACTERS) {
      throw new SettingsException(
          "%s must have at least %d characters".formatted(KEY, LEAST_CHARACTERS));
    }
    return key;
  }

  private static Optional<List<Network>> networks(String text) {
    try {
      return Optional.of(
          Stream.of(text.split(",", -1)).map(String::strip).map(Network::parse).toList());
    } catch (IllegalArgumentException e) {
      // The caller says what is allowed.
      return Optional.empty();
    }
  }

  private static Optional<Set<Integer>> ports(String text) {
    List<Optional<Integer>> ports = Stream.of(text.split(",", -1))
        .map(port -> Values.number(port.strip(), 1, MOST_PORT))
        .toList();
    return ports.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            ports.stream().flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }

  /**
   * Returns true if the hub is on.
   *
   * @param data the folder for data between runs
   * @param base the address that readers use
   * @throws SettingsException if it is to be on, and has no place for what it remembers
   */
  public boolean isOn(Optional<Path> data, URI base) {
    boolean hasPlace = data.isPresent() || database.isPresent();
    if (mode == Mode.ON && !hasPlace) {
      throw new SettingsException(
          "websub: on needs a place for subscriptions; name a folder with --data, or a database with --database");
    }
    return mode == Mode.ON
        || (mode == Mode.AUTO
            && hasPlace
            && "https".equalsIgnoreCase(base.getScheme())
            && BaseUrl.isPublic(base));
  }
}
