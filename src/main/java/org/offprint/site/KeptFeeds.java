package org.offprint.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Early feeds as an earlier run served them after its start. Whoever keeps them must know that nothing has changed since: neither the
 * issues, nor the settings, nor the program.
 *
 * @param made when they were made
 * @param due from when on they would be others, since an issue becomes due or an update counts; empty if that will not be
 * @param nextExpected as in {@link Served#nextExpected}
 * @param feeds those that there are, by path, with that of the base URL and without
 * @param surroundings is told how long each packing took
 */
public record KeptFeeds(
    Instant made,
    Optional<Instant> due,
    Optional<Instant> nextExpected,
    Map<String, Representation> feeds,
    Surroundings surroundings)
    implements EarlyFeeds, Served {
  /** Takes a copy of the map. */
  public KeptFeeds {
    feeds = Map.copyOf(feeds);
  }

  /**
   * Those of a site, which are rendered now if they have not been before.
   *
   * @param now from when on they are valid
   */
  public static KeptFeeds of(Site site, Instant now) {
    String base = site.publication().masthead().baseUri().getPath();
    Map<String, Representation> feeds = new LinkedHashMap<>();
    Stream.concat(PATHS.stream(), Stream.of(Feeds.OLD_GENERATORS))
        .flatMap(path -> Stream.of(path, base + path.substring(1)))
        .forEach(path -> {
          if (site.find(path) instanceof Answer.Found found) {
            feeds.put(path, found.representation());
          }
        });
    return new KeptFeeds(
        now, site.publication().nextDue(), site.nextExpected(), feeds, Surroundings.NONE);
  }

  /** Whether a start at this moment would serve the same. */
  public boolean isValid(Instant now) {
    return !now.isBefore(made) && due.filter(moment -> !moment.isAfter(now)).isEmpty();
  }

  /** About how many bytes they are. */
  public long length() {
    return feeds.values().stream().distinct().mapToLong(Representation::length).sum();
  }

  /** All of it as bytes. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeMoment(out, Optional.of(made));
      writeMoment(out, due);
      writeMoment(out, nextExpected);
      // One feed may stand at several paths.
      SortedMap<String, Representation> inOrder = new TreeMap<>(feeds);
      List<Representation> each = inOrder.values().stream().distinct().toList();
      out.writeInt(each.size());
      for (Representation feed : each) {
        write(out, feed);
      }
      out.writeInt(inOrder.size());
      for (Map.Entry<String, Representation> entry : inOrder.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(each.indexOf(entry.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Representation feed) throws IOException {
    out.writeUTF(feed.mediaType());
    out.writeUTF(feed.tag());
    writeMoment(out, feed.lastModified());
    out.writeInt(feed.links().size());
    for (String link : feed.links()) {
      out.writeUTF(link);
    }
    byte[] body = new byte[feed.length()];
    feed.body().get(body);
    out.writeInt(body.length);
    out.write(body);
  }

  private static void writeMoment(DataOutputStream out, Optional<Instant> moment)
      throws IOException {
    out.writeBoolean(moment.isPresent());
    if (moment.isPresent()) {
      Instant present = moment.get();
      out.writeLong(present.getEpochSecond());
      out.writeInt(present.getNano());
    }
  }

  /**
   * What {@link #encode} wrote.
   *
   * @return empty if the bytes are others
   */
  public static Optional<KeptFeeds> decode(byte[] bytes, Surroundings surroundings) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Instant made = readMoment(in).orElseThrow(IOException::new);
      Optional<Instant> due = readMoment(in);
      Optional<Instant> expected = readMoment(in);
      List<Representation> each = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        each.add(read(in));
      }
      Map<String, Representation> feeds = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        feeds.put(in.readUTF(), each.get(in.readInt()));
      }
      return Optional.of(new KeptFeeds(made, due, expected, feeds, surroundings));
    } catch (IOException | ArithmeticException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Representation read(DataInputStream in) throws IOException {
    String mediaType = in.readUTF();
    String tag = in.readUTF();
    Optional<Instant> lastModified = readMoment(in);
    List<String> links = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      links.add(in.readUTF());
    }
    int length = in.readInt();
    byte[] body = in.readNBytes(Math.max(length, 0));
    if (body.length != length) {
      throw new IOException("it ends too early");
    }
    return Representation.ofKeptFeed(mediaType, body, tag, lastModified, links);
  }

  private static Optional<Instant> readMoment(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(Instant.ofEpochSecond(in.readLong(), in.readInt()))
        : Optional.empty();
  }

  @Override
  public Optional<Representation> find(String path) {
    return findReady(path);
  }

  @Override
  public Optional<Representation> findReady(String path) {
    return Optional.ofNullable(feeds.get(path));
  }

  @Override
  public boolean has(String path) {
    return find(path).isPresent();
  }

  @Override
  public Served source() {
    return this;
  }

  @Override
  public boolean offersFeed(String path) {
    return has(path);
  }

  /** Pages have to wait. */
  @Override
  public Optional<Representation> findNotice(String path) {
    return Optional.empty();
  }

  @Override
  public ByteBuffer packed(Representation representation, ContentCoding coding) {
    return surroundings.packed(representation, coding);
  }
}
