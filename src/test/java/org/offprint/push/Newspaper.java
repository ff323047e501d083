package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A newsletter whose feeds and issues a test sets. All its feeds are in the directory. */
final class Newspaper implements Topics {
  static final String TYPE = "application/atom+xml; charset=utf-8";

  private final Map<String, Content> feeds = new ConcurrentSkipListMap<>();
  private final Map<String, Content> issues = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> rendered = new ConcurrentHashMap<>();

  private volatile String broken = "";

  void feed(String url, String text) {
    feeds.put(url, new Content(TYPE, text.getBytes(UTF_8)));
  }

  void feed(String url, Content content) {
    feeds.put(url, content);
  }

  void remove(String url) {
    feeds.remove(url);
  }

  void issue(String url, String json) {
    issues.put(url, new Content("application/json", json.getBytes(UTF_8)));
  }

  /** Makes a feed fail from now on. */
  void breaks(String url) {
    broken = url;
  }

  int timesRendered(String url) {
    return rendered.getOrDefault(url, 0);
  }

  @Override
  public Optional<Content> content(String url) {
    rendered.merge(url, 1, Integer::sum);
    if (url.equals(broken)) {
      throw new IllegalStateException("cannot be rendered");
    }
    return Optional.ofNullable(feeds.get(url));
  }

  @Override
  public List<String> listed() {
    return List.copyOf(feeds.keySet());
  }

  @Override
  public Map<String, Content> issues() {
    return issues;
  }
}
