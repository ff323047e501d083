package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.settings.SettingsFile;
import org.offprint.testing.IssueFiles;

/** The configuration of a site tells at which addresses its issues were. */
final class OldAddressesTest {
  @TempDir
  private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // A file of the site, another one, the folder of issues, and the patterns.
        "_posts/2026-01-01-a.md, `---\ncategories: News weekly\n---`, _posts, /news/weekly/{year}/{month}/{day}/{slug}.html",
        "_posts/2026-01-01-a.md, `---\ncategories: [News, Big Ropes]\n---`, _posts, /news/big-ropes/{year}/{month}/{day}/{slug}.html",
        "_posts/2026-01-01-a.md, `---\ncategories:\n  - news\n  - 'ropes'\n---`, _posts, /news/ropes/{year}/{month}/{day}/{slug}.html",
        "_posts/2026-01-01-a.md, `---\ncategory: Big news\n---`, _posts, /big-news/{year}/{month}/{day}/{slug}.html",
        "letters/_posts/2026-01-01-a.md, `---\ntitle: A\n---`, letters/_posts, /letters/{year}/{month}/{day}/{slug}.html",
      })
  void haveTheCategoriesOfIssues(String file, String text, String place, String expected) {
    new IssueFiles(folder).given("_config.yml", "title: A\n");

    areThoseOfTheGenerator(file, text, place, expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "src/news/news.json, `{\"permalink\": \"/letters/{{ page.fileSlug }}/\"}`, /letters/{slug}/",
        "src/news/news.11tydata.json, `{\"permalink\": \"/letters/{{ page.fileSlug }}/index.html\"}`, /letters/{slug}/",
        "src/news/news.11tydata.js, `module.exports = { permalink: '/{{ page.fileSlug | slugify }}.html' };`, /{slug}.html",
        "src/news/news.json, `{\"permalink\": \"/{{ number }}/\"}`,",
        "src/news/news.json, `{\"layout\": \"post\"}`, /news/{slug}/",
        "eleventy.config.js, `return { dir: { input: 'src/news' } };`, /{slug}/",
      })
  void areThoseOfTheFolderOfIssues(String file, String text, String expected) {
    new IssueFiles(folder).given(".eleventy.js", "module.exports = {}\n");

    areThoseOfTheGenerator(file, text, "src/news", expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // The configuration, what it says, the folder of issues, and the patterns.
        "_config.yml, title: A, _posts, /{year}/{month}/{day}/{slug}.html",
        "_config.yml, permalink: pretty, _posts, /{year}/{month}/{day}/{slug}/",
        "_config.yml, permalink: /:categories/:year/:i_month/:title:output_ext, _posts, /{year}/{month}/{slug}.html",
        "_config.yml, permalink: /:short_year/:title/, _posts,",
        "_config.yml, `permalink: /news/:title/\nbaseurl: '/site'`, _posts, /news/{slug}/ /site/news/{slug}/",
        "hugo.toml, title = 'A', content/news, /news/{slug}/",
        "hugo.toml, `[permalinks]\n  news = '/n/:year/:month/:slug/'\n  other = '/o/:slug'`, content/news, /n/{year}/{month}/{slug}/",
        "hugo.toml, `[permalinks.page]\n  news = '/:section/:contentbasename/'`, content/news, /news/{slug}/",
        "config.toml, base_url = 'https://a.example.org', content/news, /news/{slug}/",
        ".eleventy.js, module.exports = {}, src/news, /news/{slug}/",
        ".eleventy.js, module.exports = {}, _posts,",
        "docusaurus.config.js, module.exports = {}, site/news, /news/{year}/{month}/{day}/{slug} /news/{slug}",
        "pelicanconf.py, SITENAME = 'A', content, /{slug}.html",
        "pelicanconf.py, `ARTICLE_URL = 'p/{date:%Y}/{slug}/'`, content, /p/{year}/{slug}/",
        "pelicanconf.py, `ARTICLE_URL = '{category}/{slug}/'`, content,",
        "mkdocs.yml, site_name: A, docs/blog/posts, /blog/{year}/{month}/{day}/{slug}/",
        "astro.config.mjs, export default {}, src/content/news, /news/{slug}/",
        "README.md, Text, news,",
      })
  void areThoseOfTheGenerator(String file, String text, String place, String expected) {
    new IssueFiles(folder).given(file, text.replace("\\n", "\n") + "\n");

    List<String> found =
        OldAddresses.of(SiteConfiguration.of(folder), folder.resolve(place)).stream()
            .flatMap(String::lines)
            .filter(line -> !line.isEmpty())
            .map(line -> line.replaceFirst("^  \"(.*)\": /issues/\\{slug}$", "$1"))
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
    assertThat(found)
        .allSatisfy(path -> assertThat(
                SettingsFile.read(("redirects:\n  \"" + path + "\": /issues/{slug}\n")
                        .getBytes(StandardCharsets.UTF_8))
                    .problems())
            .isEmpty());
  }
}
