package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.offprint.testing.IssueFiles;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A folder that a running application serves, seen as a reader sees it. */
final class LiveNewsletter implements AutoCloseable {
  /** Long after every issue that tests write. */
  static final String NOW = "2026-07-01T00:00:00Z";

  /** So long that no scan helps a test that is about file events. */
  static final String NEVER = "600s";

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Path folder;
  private final Application application;

  private LiveNewsletter(Path folder, Application application) {
    this.folder = folder;
    this.application = application;
  }

  /** Follows the folder by file events alone, and by a clock that goes on from then. */
  static LiveNewsletter of(Path folder) {
    Clock real = Clock.systemUTC();
    Duration ahead = Duration.between(real.instant(), Instant.parse(NOW));
    return of(folder, Clock.offset(real, ahead), Map.of("scan-interval", NEVER));
  }

  static LiveNewsletter of(Path folder, Clock clock, Map<String, String> flags) {
    return of(folder, clock, flags, Map.of());
  }

  static LiveNewsletter of(
      Path folder, Clock clock, Map<String, String> flags, Map<String, String> environment) {
    Map<String, String> all =
        new HashMap<>(Map.of("port", "0", "host", "127.0.0.1", "status", "public"));
    all.putAll(flags);
    return new LiveNewsletter(folder, Application.start(folder, all, environment, clock));
  }

  Application application() {
    return application;
  }

  IssueFiles files() {
    return new IssueFiles(folder);
  }

  /** An answer. */
  record Answer(int status, String body, Optional<String> tag) {}

  /** Asks on a connection of its own, so that none is left open when the application ends. */
  Answer get(String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) application.localUri().resolve(path).toURL().openConnection();
      connection.setRequestProperty("Connection", "close");
      connection.setReadTimeout((int) DEADLINE.toMillis());
      int status = connection.getResponseCode();
      try (InputStream body =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        return new Answer(
            status,
            new String(body.readAllBytes(), UTF_8),
            Optional.ofNullable(connection.getHeaderField("ETag")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a header of the answer, without following a redirect. */
  Optional<String> header(String path, String name) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) application.localUri().resolve(path).toURL().openConnection();
      connection.setRequestProperty("Connection", "close");
      connection.setInstanceFollowRedirects(false);
      return Optional.ofNullable(connection.getHeaderField(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String body(String path) {
    return get(path).body();
  }

  /** The titles of the entries in the whole feed, newest first. */
  List<String> titles() {
    return titlesIn(body("/feed.atom"));
  }

  static List<String> titlesIn(String atom) {
    NodeList entries = parse(atom).getElementsByTagName("entry");
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      titles.add(entry.getElementsByTagName("title").item(0).getTextContent());
    }
    return titles;
  }

  /** A document that is well formed from its first byte to its last. */
  static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(xml, e);
    }
  }

  /** Waits until the whole feed has these entries, newest first. */
  void awaitTitles(String... expected) {
    awaitEqual(List.of(expected), this::titles);
  }

  /** Waits until an address answers with a text that contains these words. */
  void awaitText(String path, String words) {
    if (!isReached(() -> body(path).contains(words))) {
      throw new AssertionError(path + " has no \"" + words + "\":\n" + body(path));
    }
  }

  /** Waits until something is so. */
  void awaitUntil(BooleanSupplier condition) {
    if (!isReached(condition)) {
      throw new AssertionError("it did not come true");
    }
  }

  private static <T> void awaitEqual(T expected, Supplier<T> actual) {
    if (!isReached(() -> actual.get().equals(expected))) {
      throw new AssertionError("expected " + expected + " but was " + actual.get());
    }
  }

  private static boolean isReached(BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return true;
  }

  @Override
  public void close() {
    application.close();
  }
}
