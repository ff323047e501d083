package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.BASE;
import static org.offprint.site.FamilySite.found;
import static org.offprint.site.FamilySite.redirect;
import static org.offprint.site.FamilySite.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.publication.Addresses;
import org.offprint.testing.RandomNewsletter;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The pages for people, as crawlers read them. */
final class CrawlerFilesTest {
  private static final Pattern ADDRESS = Pattern.compile("<loc>([^<]*)</loc>");

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeIssues() {
    FamilySite.write(folder);
  }

  private static List<String> addresses(String xml) {
    return ADDRESS
        .matcher(xml)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String file(CrawlerFiles files, String path) {
    return text(files.find(path).orElseThrow().get());
  }

  private static List<String> sitemaps(CrawlerFiles files) {
    return files.paths().filter(path -> path.startsWith("/sitemap")).toList();
  }

  @Test
  void listsEveryPageForPeopleOnceWithTheDateOfItsIssues() {
    Representation sitemap = found(FamilySite.of(folder), Addresses.SITEMAP);

    assertThat(sitemap.contentType()).isEqualTo("application/xml; charset=utf-8");
    assertThat(addresses(text(sitemap)))
        .containsExactly(
            BASE,
            BASE + "sections/sponsor",
            BASE + "sections/news",
            BASE + "sections/tools",
            BASE + "views/editorial",
            BASE + "views/links",
            BASE + "feeds",
            BASE + "issues/139",
            BASE + "issues/138",
            BASE + "archive");
    assertThat(text(sitemap))
        .contains(
            "<loc>" + BASE + "issues/138</loc><lastmod>2025-01-05T00:00:00Z</lastmod>",
            "<loc>" + BASE + "</loc><lastmod>2025-01-12T00:00:00Z</lastmod>");
  }

  @Test
  void isWhatTheProtocolAsksFor() throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    String xml = text(found(
        FamilySite.of(folder, "https://example.org/it's&so/", Site.DEFAULT_MOST_BYTES),
        Addresses.SITEMAP));
    Element root = parsers
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();

    assertThat(root.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
    assertThat(root.getLocalName()).isEqualTo("urlset");
    assertThat(root.getElementsByTagName("loc").item(0).getTextContent())
        .isEqualTo("https://example.org/it's&so/");
  }

  @Test
  void leavesOutWhatLeadsElsewhere() {
    Site site = FamilySite.of(folder, redirect("/feeds", "/"));

    assertThat(addresses(text(found(site, Addresses.SITEMAP)))).doesNotContain(BASE + "feeds");
  }

  private static CrawlerFiles sitemap(Site site, CrawlerFiles.Limits most) {
    List<String> pages = site.paths().stream()
        .filter(path -> found(site, path).kind() == Representation.Kind.PAGE)
        .toList();
    return new CrawlerFiles(site.publication(), site.feeds(), pages::stream, most);
  }

  @Test
  void pagesThatDoNotFitIntoOneFileStandInNumberedOnes() {
    new RandomNewsletter(folder, 3).given(20);
    Site site = FamilySite.of(folder);
    CrawlerFiles whole = sitemap(site, CrawlerFiles.Limits.OF_PROTOCOL);
    CrawlerFiles parted = sitemap(site, new CrawlerFiles.Limits(10, 9_000));
    List<String> paths = sitemaps(parted);
    List<String> numbered = paths.subList(0, paths.size() - 1);

    assertThat(sitemaps(whole)).containsExactly(Addresses.SITEMAP);
    assertThat(numbered).hasSizeGreaterThan(1).startsWith("/sitemap-1.xml");
    assertThat(paths).endsWith(Addresses.SITEMAP);
    assertThat(addresses(file(parted, Addresses.SITEMAP)))
        .containsExactlyElementsOf(
            numbered.stream().map(path -> BASE + path.substring(1)).toList());
    assertThat(file(parted, Addresses.SITEMAP)).contains("<sitemapindex ", "<lastmod>");
    assertThat(numbered.stream().flatMap(path -> addresses(file(parted, path)).stream()))
        .containsExactlyElementsOf(addresses(file(whole, Addresses.SITEMAP)));
    assertThat(numbered)
        .allSatisfy(path -> assertThat(addresses(file(parted, path))).hasSizeBetween(1, 10));
    assertThat(parted.find("/sitemap-" + (numbered.size() + 1) + ".xml")).isEmpty();
    assertThat(whole.find("/sitemap-1.xml")).isEmpty();
  }

  @Test
  void filesAreNoLongerThanAllowed() {
    Site site = FamilySite.of(folder);
    CrawlerFiles parted = sitemap(site, new CrawlerFiles.Limits(50, 200));

    assertThat(sitemaps(parted).stream().filter(path -> !path.equals(Addresses.SITEMAP)))
        .hasSizeGreaterThan(4)
        .allSatisfy(path -> assertThat(addresses(file(parted, path))).isNotEmpty());
  }
}
