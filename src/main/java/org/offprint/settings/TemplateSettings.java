package org.offprint.settings;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offprint.issue.Generator;
import org.offprint.issue.Problem;
import org.offprint.issue.TemplateRules;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Folder;

/** The settings for template languages in {@code offprint.yaml}. */
final class TemplateSettings {
  private static final String SNIPPETS = "snippets";

  private TemplateSettings() {}

  /**
   * Reads {@code generator} and {@code snippets}.
   *
   * @param found the generator by the files of the folder, unless the settings name one
   */
  static TemplateRules read(SettingValues read, Optional<Generator> found) {
    Generator named = read.get("generator", Generator::find);
    SortedMap<String, String> snippets = new TreeMap<>();
    read.mapping(SNIPPETS)
        .ifPresent(block ->
            block.keys().forEach(tag -> snippets.put(tag, snippet(read, block, tag))));
    return new TemplateRules(
        named == Generator.AUTO ? found.orElse(Generator.AUTO) : named, snippets);
  }

  private static String snippet(SettingValues read, YamlMapping block, String tag) {
    String text = block.find(tag).flatMap(YamlValue::text).orElse("").strip();
    boolean isText = block.find(tag).map(value -> value.text().isPresent()).orElse(true);
    if (!tag.matches("[{<].+") || text.lines().count() > 1 || !isText) {
      read.problems()
          .add(new Problem(
              Folder.SETTINGS_FILE,
              block.lineOf(tag),
              "a snippet is a tag that begins with { or <, and the Markdown or HTML for it on one line,"
                  + " such as \"{% include sponsor.html %}\": \"<p>…</p><p>…</p>\""));
    }
    return text;
  }
}
