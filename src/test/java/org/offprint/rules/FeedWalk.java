package org.offprint.rules;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.SAXBuilder;
import org.offprint.app.CheckedSites;
import org.offprint.publication.Section;
import org.offprint.site.Answer;
import org.offprint.site.Site;

/**
 * Goes through all feed documents of sites as a client would: from the directory to the feeds, from
 * each document to its neighbours. What the directory does not name, combinations of sections and
 * archives that no document leads to yet, is asked for by its address.
 */
final class FeedWalk {
  private static final List<String> DIRECTORIES =
      List.of("/feeds/all.opml", "/feeds/all/rss.opml", "/feeds/all/json.opml");

  private final String name;
  private final Site site;
  private final FeedParser parser = new FeedParser();
  private final Set<String> seen = new HashSet<>();

  private FeedWalk(CheckedSites.Named named) {
    this.name = named.name();
    this.site = named.site();
  }

  /** Holds every feed document of some sites against the rules. */
  static Findings of(Stream<CheckedSites.Named> sites) {
    Findings findings = new Findings();
    sites.forEach(site -> new FeedWalk(site).walk(findings));
    return findings;
  }

  /** Wave by wave, each document by itself: rendering takes most of the time. */
  private void walk(Findings findings) {
    List<String> wave = Stream.concat(DIRECTORIES.stream().flatMap(this::feedsOf), combinations())
        .filter(seen::add)
        .toList();
    if (!wave.contains("/feed.atom")) {
      throw new AssertionError(name + " does not list the feed of everything");
    }
    while (!wave.isEmpty()) {
      List<Step> steps = wave.parallelStream().map(this::look).toList();
      steps.forEach(step -> findings.add(step.finding()));
      wave =
          steps.stream().flatMap(step -> step.next().stream()).filter(seen::add).toList();
    }
  }

  /** The findings in one document, and the documents that it links to. */
  private record Step(Findings.Finding finding, List<String> next) {}

  private Step look(String path) {
    ParsedFeed feed = parser.parse(name + " " + path, address(path), text(path));
    return new Step(
        Findings.Finding.of(feed),
        Stream.concat(
                feed.neighbours().stream().filter(Syntax::isIri).map(this::path),
                firstOfTheArchive(path).stream())
            .toList());
  }

  private Stream<String> feedsOf(String directory) {
    try {
      return StreamSupport.stream(
              new SAXBuilder()
                  .build(new StringReader(text(directory)))
                  .getDescendants(Filters.element("outline"))
                  .spliterator(),
              false)
          .map(outline -> outline.getAttributeValue("xmlUrl"))
          .filter(address -> address != null)
          .map(this::path);
    } catch (JDOMException | IOException e) {
      throw new AssertionError(directory + " cannot be read", e);
    }
  }

  /** All but one section in issues, two sections in items: in every format. */
  private Stream<String> combinations() {
    List<String> keys = site.publication().sections().stream()
        .map(Section::key)
        .map(Object::toString)
        .sorted()
        .toList();
    return Stream.concat(
            keys.stream().limit(1).map(key -> "/except/" + key),
            keys.stream()
                .skip(1)
                .limit(1)
                .map(key -> "/sections/" + keys.get(0) + "+" + key + "/items"))
        .flatMap(feed -> Stream.of(".atom", ".rss", ".json").map(feed::concat));
  }

  /** Finds archive documents that nothing links to, since the subscription document holds everything. */
  private Optional<String> firstOfTheArchive(String path) {
    return Optional.of(path)
        .filter(document -> !document.contains("/archive/"))
        .map(document -> document.replaceFirst("\\.[a-z]+$", "/archive/1$0"))
        .filter(first -> site.find(first) instanceof Answer.Found);
  }

  private URI address(String path) {
    return site.publication().addresses().of(path);
  }

  private String path(String address) {
    if (!address.startsWith(base())) {
      throw new AssertionError(name + " leads to a feed elsewhere: " + address);
    }
    return "/" + decoded(address.substring(base().length()));
  }

  /** Sites are asked for paths as people write them. */
  private static String decoded(String path) {
    return URI.create("/" + path).getPath().substring(1);
  }

  private String base() {
    return site.publication().masthead().baseUri().toString();
  }

  private String text(String path) {
    if (site.find(path) instanceof Answer.Found found) {
      return StandardCharsets.UTF_8.decode(found.representation().body()).toString();
    }
    throw new AssertionError(name + " has nothing at " + path);
  }
}
