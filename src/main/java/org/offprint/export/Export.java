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
import org.offprint.site.Answer;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.site.SiteFile;
import org.offprint.site.StaticHeaders;

/**
 * Writes every path of a site as a file, and the page for other addresses.
 *
 * @param hosts the hosts that get files of their own
 */
public record Export(Site site, Set<HostFiles> hosts) {
  private static final String INDEX = "index.html";
  private static final String PAGE = ".html";
  /** The page for other addresses; without it Cloudflare Pages answers them with the home page. */
  static final String MISSING = "404.html";

  /**
   * The numbers of files.
   *
   * @param failed the paths that could not be rendered, and why; their files of an earlier export are unchanged
   */
  public record Outcome(int written, int unchanged, int removed, List<String> failed) {}

  /** Returns the file of a path: static hosts find {@code /feeds} in {@code feeds.html} without a redirect. */
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
    List<String> pictures = site.filePaths().stream()
        .filter(path -> site.findFile(path).map(Export::closed).isPresent())
        .toList();
    SortedSet<String> names = new TreeSet<>(paths.keySet());
    pictures.forEach(path -> {
      names.add(file(path));
      paths.remove(file(path));
    });
    Representation missing = site.missing();
    // The publisher may have written one.
    boolean hasMissing = !folder.hasOfOthers(MISSING);
    if (hasMissing) {
      names.add(MISSING);
    }
    hosts.forEach(host -> names.addAll(host.names()));
    folder.begin(names);

    List<String> failed = new ArrayList<>();
    SortedMap<String, Map<String, String>> headers = new TreeMap<>();
    int written = 0;
    for (String path : pictures) {
      written += copy(path, folder, headers, failed) ? 1 : 0;
    }
    for (Map.Entry<String, String> file : paths.entrySet()) {
      Optional<Representation> representation = find(file.getValue(), failed);
      if (representation.isPresent()) {
        headers.put(HostFiles.kind(file.getKey()), StaticHeaders.of(representation.get()));
        written += folder.write(file.getKey(), representation.get().body()) ? 1 : 0;
      }
    }
    written += hasMissing && folder.write(MISSING, missing.body()) ? 1 : 0;
    for (HostFiles host : hosts) {
      for (String name : host.names()) {
        written += folder.write(name, utf8(HostFiles.text(name, site, headers))) ? 1 : 0;
      }
    }
    int removed = folder.finish(names);
    return new Outcome(written, names.size() - failed.size() - written, removed, failed);
  }

  private static String closed(SiteFile file) {
    file.close();
    return file.tag();
  }

  /** Copies a file before the pages that show it. */
  private boolean copy(
      String path,
      ExportFolder folder,
      SortedMap<String, Map<String, String>> headers,
      List<String> failed) {
    Optional<SiteFile> found = site.findFile(path);
    if (found.isEmpty()) {
      failed.add(path + " cannot be copied: it has just been removed");
      return false;
    }
    try (SiteFile picture = found.get()) {
      headers.put(HostFiles.kind(file(path)), StaticHeaders.of(picture));
      return folder.copy(file(path), picture);
    }
  }

  /** Finds one path; a fault there must not keep the others from being written. */
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
