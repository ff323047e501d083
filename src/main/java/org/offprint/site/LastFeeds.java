package org.offprint.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Checksums;
import org.offprint.publication.Addresses;

/**
 * The main feeds as an earlier run served them last. They are served unchanged until the first site of this run is there: for
 * some seconds they may be older than the issues, as in any cache.
 */
public final class LastFeeds {
  /** A program that writes another form has another name for it. */
  private static final String FORM = "Offprint feeds 3";

  private final URI base;
  /** By path, with the path of the base URL and without. */
  private final SortedMap<String, Representation> feeds;

  private LastFeeds(URI base, SortedMap<String, Representation> feeds) {
    this.base = base;
    this.feeds = feeds;
  }

  /** Returns the main feeds of a site, which are rendered now if they have not been before. */
  public static LastFeeds of(Site site) {
    URI base = site.publication().masthead().baseUri();
    SortedMap<String, Representation> feeds = new TreeMap<>();
    Stream.concat(
            Stream.of(FeedFormat.values()).map(LastFeeds::path),
            Stream.of(Addresses.FEED_OF_OLD_GENERATORS))
        .flatMap(path -> Stream.of(path, base.getPath() + path.substring(1)))
        .forEach(path -> {
          if (site.find(path) instanceof Answer.Found found) {
            feeds.put(path, found.representation());
          }
        });
    return new LastFeeds(base, feeds);
  }

  private static String path(FeedFormat format) {
    return new FeedAddress(FeedScope.whole(), Lens.ISSUES, format, Optional.empty()).path();
  }

  /** Returns the feed at a path, which is as in {@link Site#find}. */
  public Optional<Representation> find(String path) {
    return Optional.ofNullable(feeds.get(path));
  }

  /** Writes the feeds as bytes, behind a checksum; equal feeds give equal bytes. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(FORM);
      out.writeUTF(base.toString());
      List<Representation> each = feeds.values().stream().distinct().toList();
      out.writeInt(each.size());
      for (Representation feed : each) {
        write(out, feed);
      }
      // A feed may have several paths.
      out.writeInt(feeds.size());
      for (Map.Entry<String, Representation> entry : feeds.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(each.indexOf(entry.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Checksums.guard(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, Representation feed) throws IOException {
    out.writeUTF(feed.mediaType());
    out.writeLong(feed.lastModified().orElseThrow().getEpochSecond());
    out.writeUTF(feed.links().ownHub().orElse(""));
    out.writeUTF(String.join("\n", feed.links().otherHubs()));
    out.writeUTF(String.join("\n", feed.links().others()));
    byte[] body = new byte[feed.length()];
    feed.body().get(body);
    out.writeInt(body.length);
    out.write(body);
  }

  /**
   * Reads the bytes that {@link #encode} wrote.
   *
   * @param base the base URL of this run
   * @return empty if they are of another form or base URL, or damaged
   */
  public static Optional<LastFeeds> decode(byte[] bytes, URI base) {
    return Checksums.unguard(bytes).flatMap(rest -> read(rest, base));
  }

  private static Optional<LastFeeds> read(byte[] rest, URI base) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(rest))) {
      if (!in.readUTF().equals(FORM) || !in.readUTF().equals(base.toString())) {
        return Optional.empty();
      }
      List<Representation> each = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        each.add(read(in));
      }
      SortedMap<String, Representation> feeds = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        feeds.put(in.readUTF(), each.get(in.readInt()));
      }
      return Optional.of(new LastFeeds(base, feeds));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Representation read(DataInputStream in) throws IOException {
    String mediaType = in.readUTF();
    Instant lastModified = Instant.ofEpochSecond(in.readLong());
    Representation.Links links = new Representation.Links(
        Optional.of(in.readUTF()).filter(hub -> !hub.isEmpty()),
        in.readUTF().lines().toList(),
        in.readUTF().lines().toList());
    byte[] body = in.readNBytes(in.readInt());
    return new Representation(
        Representation.Kind.FEED, mediaType, body, Optional.of(lastModified), links);
  }
}
