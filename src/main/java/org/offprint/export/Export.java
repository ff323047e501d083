package org.offprint.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offprint.http.StandingHeaders;
import org.offprint.site.Answer;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/**
 * Writes all that a site offers as files, and the page for what it does not offer.
 *
 * @param site what is written
 * @param hosts which hosts get files of their own
 */
public record Export(Site site, Set<ServerFiles> hosts) {
  private static final String INDEX = "index.html";
  private static final String PAGE = ".html";
  /** Where GitHub Pages, Netlify and Cloudflare Pages look for it; the last takes every path for the home page without it. */
  static final String MISSING = "404.html";

  /**
   * What became of the files.
   *
   * @param failed what could not be rendered, and why; what an earlier export wrote there is as it was
   */
  public record Outcome(int written, int unchanged, int removed, List<String> failed) {}

  /** The file of a path, as static hosts find it without a redirect: {@code /feeds} is in {@code feeds.html}. */
  static String file(String path) {
    if (path.equals("/")) {
      return INDEX;
    }
    boolean hasSuffix = path.indexOf('.', path.lastIndexOf('/')) >= 0;
    return path.substring(1) + (hasSuffix ? "" : PAGE);
  }

  /** Brings a folder up to date. */
  public Outcome to(ExportFolder folder) {
    Map<String, String> paths = new LinkedHashMap<>();
    site.paths().forEach(path -> paths.put(file(path), path));
    SortedSet<String> names = new TreeSet<>(paths.keySet());
    Representation missing = site.missing();
    // The publisher may have one of his own.
    boolean hasMissing = !folder.hasOfOthers(MISSING);
    if (hasMissing) {
      names.add(MISSING);
    }
    hosts.forEach(host -> host.files().forEach(file -> names.add(file.name())));
    folder.begin(names);

    List<String> failed = new ArrayList<>();
    SortedMap<String, Map<String, String>> headers = new TreeMap<>();
    int written = 0;
    for (Map.Entry<String, String> file : paths.entrySet()) {
      Optional<Representation> representation = find(file.getValue(), failed);
      if (representation.isPresent()) {
        headers.put(HostRules.kind(file.getKey()), StandingHeaders.of(representation.get()));
        written += folder.write(file.getKey(), representation.get().body()) ? 1 : 0;
      }
    }
    written += hasMissing && folder.write(MISSING, missing.body()) ? 1 : 0;
    HostRules rules = HostRules.of(site, headers, StandingHeaders.of(missing));
    for (ServerFiles host : hosts) {
      for (ServerFiles.File file : host.files()) {
        written += folder.write(file.name(), utf8(file.text().apply(rules))) ? 1 : 0;
      }
    }
    int removed = folder.finish(names);
    return new Outcome(written, names.size() - failed.size() - written, removed, failed);
  }

  /** The others are none the worse for one that cannot be rendered. */
  private Optional<Representation> find(String path, List<String> failed) {
    try {
      if (site.find(path) instanceof Answer.Found found) {
        return Optional.of(found.representation());
      }
      throw new IllegalStateException("nothing stands there, though the site lists it");
    } catch (RuntimeException e) {
      failed.add(path + " cannot be rendered: " + e);
      return Optional.empty();
    }
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
