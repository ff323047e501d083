package org.offprint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.publication.Addresses;
import org.offprint.publication.Masthead;

/**
 * A file that all pages need. The path of stylesheet and script has a hash of the bytes, so that caches may keep copies
 * for ever. Immutable.
 */
public final class Asset {
  /** The icon of pages for current browsers, in any size. */
  public static final Asset SVG = favicon("favicon.svg", "image/svg+xml");

  /** The icon of pages for all other clients: 16, 32 and 48 pixels wide. */
  public static final Asset ICO = favicon("favicon.ico", "image/x-icon");

  /** The icons of pages, where the publisher has none. */
  public static final List<Asset> FAVICONS = List.of(SVG, ICO);

  private static final String NAME = Addresses.ASSETS + "offprint";
  /** The stylesheet of the publisher. */
  private static final String OWN = Addresses.ASSETS + "own";

  private static final Pattern OUTDATED = Pattern.compile(
      "(" + Pattern.quote(NAME) + "|" + Pattern.quote(OWN) + ")-[0-9a-f]{12}(\\.css|\\.js)");
  private static final int HASH_BYTES = 6;

  /** Levels the differences of browsers; the path of its resource has its version. */
  private static final String NORMALIZE =
      "/META-INF/resources/webjars/normalize.css/8.0.1/normalize.css";

  private static final Pattern COMMENT = Pattern.compile("/\\*(?!!).*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*");

  private static final String CSS = tight(text(NORMALIZE) + text("offprint.css"));

  /** The stylesheet with our own accent. */
  private static final Asset PLAIN_STYLESHEET = hashed(NAME, ".css", "text/css", CSS);

  /** The script: pages can be read without it. */
  public static final Asset SCRIPT = hashed(NAME, ".js", "text/javascript", text("offprint.js"));

  private final String path;
  private final String lastingPath;
  private final String mediaType;
  private final byte[] bytes;

  private Asset(String path, String lastingPath, String mediaType, byte[] bytes) {
    this.path = path;
    this.lastingPath = lastingPath;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  private static Asset favicon(String name, String mediaType) {
    return new Asset("/" + name, "/" + name, mediaType, resource(name));
  }

  private static Asset hashed(String name, String suffix, String mediaType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Asset(name + "-" + hash(bytes) + suffix, name + suffix, mediaType, bytes);
  }

  /** Returns the stylesheets of all pages, of which each overrides what stands in the one before. */
  static List<Asset> stylesheets(Masthead masthead) {
    return Stream.concat(
            Stream.of(stylesheet(masthead.accent())),
            masthead.additions().stylesheet().stream()
                .map(css -> hashed(OWN, ".css", "text/css", css)))
        .toList();
  }

  /** Returns our stylesheet, in a publisher's colours. */
  public static Asset stylesheet(Optional<Masthead.Accent> accent) {
    return accent
        .map(own -> hashed(
            NAME,
            ".css",
            "text/css",
            CSS + ":root{--accent:" + own.onLight()
                + "}\n@media (prefers-color-scheme:dark){:root{--accent:" + own.onDark()
                + "}}\n@media print{:root{--accent:" + own.onLight() + "}}\n"))
        .orElse(PLAIN_STYLESHEET);
  }

  /** Returns the path without hash for a path with the hash of any version. */
  public static Optional<String> lasting(String path) {
    return Optional.of(OUTDATED.matcher(path))
        .filter(parts -> parts.matches())
        .map(parts -> parts.group(1) + parts.group(2));
  }

  /** Returns the path of this version. */
  public String path() {
    return path;
  }

  /** Returns the path of the latest version, which has no hash. */
  public String lastingPath() {
    return lastingPath;
  }

  /** Returns the media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the content; text is in UTF-8. */
  public byte[] bytes() {
    return bytes.clone();
  }

  private static String tight(String css) {
    return INDENT.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll("\n");
  }

  private static String text(String name) {
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream file = Asset.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name + " is on the class path").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
