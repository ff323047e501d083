package org.offprint.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.offprint.issue.Problem;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Folder;
import org.offprint.publication.MediaRules;

/** Reads {@code media:}, the folders of pictures, and {@code media-bytes:}. */
final class MediaSettings {
  private static final String KEY = "media";
  private static final int MOST_BYTES = 2_000_000_000;

  private MediaSettings() {}

  static MediaRules read(SettingValues read) {
    Map<String, String> folders = new LinkedHashMap<>();
    read.mapping(KEY).ifPresent(block -> {
      for (String path : block.keys()) {
        Optional<String> folder = folder(block, path);
        if (folder.isPresent()) {
          folders.put(path.endsWith("/") ? path : path + "/", folder.get());
        } else {
          read.problems()
              .add(new Problem(
                  Folder.SETTINGS_FILE,
                  block.lineOf(path),
                  "\"%s\" does not fit; \"%s\" must be %s"
                      .formatted(path, KEY, read.table().setting(KEY).allowed())));
        }
      }
    });
    return new MediaRules(
        folders, read.get("media-bytes", text -> Values.number(text, 10_000, MOST_BYTES)));
  }

  /** Returns the folder of a path; the mistake is in either. */
  private static Optional<String> folder(YamlMapping block, String path) {
    return block
        .find(path)
        .filter(value -> path.startsWith("/"))
        .flatMap(YamlValue::text)
        .map(String::strip)
        .flatMap(MediaSettings::place);
  }

  /** A folder, or the address of another site. */
  private static Optional<String> place(String text) {
    return text.matches("https?://.*")
        ? BaseUrl.parse(text).map(URI::toString)
        : Optional.of(text)
            .filter(name -> !name.isEmpty() && Values.folder(name).isPresent());
  }
}
