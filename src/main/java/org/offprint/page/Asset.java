package org.offprint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.offprint.publication.Accent;

/**
 * A file that all pages need. Its address changes with what it says, so that copies may be kept for
 * ever. Immutable.
 */
public final class Asset {
  private static final String NAME = "/assets/offprint";
  private static final Pattern OUTDATED =
      Pattern.compile(Pattern.quote(NAME) + "-[0-9a-f]{12}(\\.css|\\.js)");
  private static final int HASH_BYTES = 6;

  /** Levels the differences of browsers; the path of its resource has its version. */
  private static final String NORMALIZE =
      "/META-INF/resources/webjars/normalize.css/8.0.1/normalize.css";

  private static final Pattern COMMENT = Pattern.compile("/\\*(?!!).*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*");

  private static final String CSS = tight(resource(NORMALIZE) + resource("offprint.css"));

  /** The stylesheet with our own accent. */
  private static final Asset PLAIN_STYLESHEET = new Asset(".css", "text/css", CSS);

  /** The script: pages can be read without it. */
  public static final Asset SCRIPT = new Asset(".js", "text/javascript", resource("offprint.js"));

  private final String suffix;
  private final String mediaType;
  private final String text;
  private final String path;

  private Asset(String suffix, String mediaType, String text) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.text = text;
    this.path = NAME + "-" + hash(text) + suffix;
  }

  /** The one stylesheet of all pages, in a publisher's colours. */
  public static Asset stylesheet(Optional<Accent> accent) {
    return accent
        .map(own -> new Asset(
            ".css",
            "text/css",
            CSS + ":root{--accent:" + own.onLight()
                + "}\n@media (prefers-color-scheme:dark){:root{--accent:" + own.onDark()
                + "}}\n@media print{:root{--accent:" + own.onLight() + "}}\n"))
        .orElse(PLAIN_STYLESHEET);
  }

  /** The address without hash of a file at an address with one, which may be that of an earlier version. */
  public static Optional<String> lasting(String path) {
    return Optional.of(OUTDATED.matcher(path))
        .filter(parts -> parts.matches())
        .map(parts -> NAME + parts.group(1));
  }

  /** Where it stands as it is. */
  public String path() {
    return path;
  }

  /** Where its latest version stands. */
  public String lastingPath() {
    return NAME + suffix;
  }

  /** Without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Its bytes, in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String tight(String css) {
    return INDENT.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll("\n");
  }

  private static String resource(String name) {
    try (InputStream file = Asset.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(file, name + " is on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
