package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.publication.Publication;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

final class SiteTest {
  private static final String BASE = "https://news.example.org/";
  private static final String ISSUE = """
      ---
      title: Issue 12
      date: 2020-02-02T02:02:02Z
      slug: "12"
      ---

      Hello.

      ## Tools

      A tool. [Link](https://tool.example.org/)
      """;

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeAnIssue() {
    new IssueFiles(folder).given("12.md", ISSUE);
  }

  private Site site() {
    return site(TestPublications.read(folder), Optional.empty());
  }

  private Site siteAt(String base) {
    return site(
        TestPublications.read(folder, TestPublications.masthead("Newsletter", base)),
        Optional.empty());
  }

  /** A NUL, which no XML can hold, in the title of the newsletter: no Atom or RSS can be made. */
  private Site unrenderableSite(Optional<Site> previous) {
    return site(
        TestPublications.read(folder, TestPublications.masthead("News\u0000letter", BASE)),
        previous);
  }

  private static Site site(Publication publication, Optional<Site> previous) {
    return TestSites.of(publication, previous);
  }

  private static Representation found(Site site, String path) {
    Answer answer = site.find(path);
    assertThat(answer).as(path).isInstanceOf(Answer.Found.class);
    return ((Answer.Found) answer).representation();
  }

  private static String text(Representation representation) {
    return StandardCharsets.UTF_8.decode(representation.body()).toString();
  }

  @Nested
  final class WhatStandsThere {
    @ParameterizedTest
    @CsvSource({
      "/, PAGE, text/html",
      "/issues/12, PAGE, text/html",
      "/sections/tools, PAGE, text/html",
      "/status, STATE, text/html",
      "/issues/12.md, FILE, text/markdown",
      "/assets/offprint.css, FILE, text/css",
      "/feed.atom, FEED, application/atom+xml",
      "/feed.rss, FEED, application/rss+xml",
      "/feed.json, FEED, application/feed+json",
      "/feed/items.atom, FEED, application/atom+xml",
      "/sections/tools.rss, FEED, application/rss+xml",
      "/sections/tools/items.json, FEED, application/feed+json",
    })
    void everyAddressHasItsKindAndMediaType(
        String path, Representation.Kind kind, String mediaType) {
      Representation representation = found(site(), path);
      assertThat(representation.kind()).isEqualTo(kind);
      assertThat(representation.contentType()).isEqualTo(mediaType + "; charset=utf-8");
      assertThat(representation.length()).isPositive();
    }

    @Test
    void markdownOfAnIssueIsMadeOfItsPage() {
      assertThat(text(found(site(), "/issues/12.md"))).isEqualTo("""
              # Issue 12

              2020-02-02. Page: <https://news.example.org/issues/12>.

              Hello.

              ## Tools

              A tool. [Link](https://tool.example.org/)
              """);
    }

    @Test
    void feedIsAsOldAsItsNewestEntry() {
      assertThat(found(site(), "/feed.atom").lastModified())
          .contains(Instant.parse("2020-02-02T02:02:02Z"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/nothing",
          "/issues/13",
          "/issues/13.md",
          "/issues/12.html",
          "/issues/../12",
          "/sections/news",
          "/sections/news.atom",
          "/sections/news/items",
          "/feed.xhtml",
          "//feed.atom",
          "/assets/",
          "/assets/other.css",
          "/offprint.yaml",
          "/12.md",
          "/feed.atom\n",
        })
    void anythingElseIsMissing(String path) {
      assertThat(site().find(path)).isInstanceOf(Answer.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sections/a+b+c+d+e+f.atom", "/except/a+b+c+d+e+f"})
    void tooManySectionsAreAnsweredWithTheLimit(String path) {
      assertThat(site().find(path))
          .isInstanceOfSatisfying(
              Answer.Malformed.class,
              answer -> assertThat(answer.reason()).startsWith("a feed joins 5 sections at most"));
    }

    @Test
    void missingPageNamesTheSectionsThereAre() {
      Answer answer = site().find("/sections/news.atom");
      assertThat(text(((Answer.Missing) answer).page())).contains("href=\"/sections/tools\"");
    }

    @Test
    void headingsThatDifferOnlyInCaseAreOneSection() {
      new IssueFiles(folder).given("13.md", """
          ---
          title: Issue 13
          date: 2020-02-03
          ---

          ## Tools

          [One](https://one.example.org/)

          ## TOOLS

          [Two](https://two.example.org/)
          """);
      assertThat(text(found(site(), "/sections/tools.atom")))
          .contains("https://one.example.org/")
          .contains("https://two.example.org/");
    }
  }

  @Nested
  final class Redirects {
    @ParameterizedTest
    @CsvSource({
      "/issues/12/, issues/12",
      "/issues/12.md/, issues/12.md",
      "/feed.atom/, feed.atom",
      "/sections/tools/, sections/tools",
      "/sections/tools.json/, sections/tools.json",
      "/status/, status",
      "/sections/tools/items, sections/tools",
      "/sections/tools/items/, sections/tools",
    })
    void otherSpellingsLeadToTheOneAddress(String path, String target) {
      assertThat(site().find(path)).isEqualTo(new Answer.Moved(BASE + target));
    }

    @ParameterizedTest
    @CsvSource({
      "/feed, feed.atom",
      "/feed/, feed.atom",
      "/atom.xml, feed.atom",
      "/index.xml, feed.atom",
      "/rss, feed.rss",
      "/rss/, feed.rss",
      "/rss.xml, feed.rss",
    })
    void namesThatPeopleGuessLeadToTheFeedTheyMean(String path, String target) {
      assertThat(site().find(path)).isEqualTo(new Answer.Moved(BASE + target));
    }

    @Test
    void addressOfTheOldGeneratorIsTheAtomFeedItself() {
      Site site = site();
      assertThat(text(found(site, "/feed.xml"))).isEqualTo(text(found(site, "/feed.atom")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing/", "/issues/13/", "/sections/news/"})
    void slashAfterNothingIsMissing(String path) {
      assertThat(site().find(path)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    @Timeout(3)
    void thousandsOfSlashesAreAnsweredLikeAnyOtherAddress() {
      assertThat(site().find("/nothing" + "/".repeat(8000))).isInstanceOf(Answer.Missing.class);
    }

    @Test
    @Timeout(3)
    void sectionNameOfThousandsOfWordsIsMissing() {
      assertThat(site().find("/sections/a" + "-a".repeat(4000) + ".atom"))
          .isInstanceOf(Answer.Missing.class);
    }
  }

  @Nested
  final class BelowAPath {
    private static final String PREFIXED = "https://example.org/news/";

    @Test
    void addressesAnswerWithThePathOfTheBase() {
      Site site = siteAt(PREFIXED);
      assertThat(found(site, "/news/feed.atom")).isSameAs(found(site, "/feed.atom"));
      assertThat(found(site, "/news/")).isSameAs(found(site, "/"));
    }

    @Test
    void redirectsAreAbsoluteBelowTheBase() {
      assertThat(siteAt(PREFIXED).find("/news/feed"))
          .isEqualTo(new Answer.Moved(PREFIXED + "feed.atom"));
    }

    @Test
    void selfLinkStandsBelowTheBase() {
      assertThat(text(found(siteAt(PREFIXED), "/news/sections/tools.atom")))
          .contains("href=\"" + PREFIXED + "sections/tools.atom\"");
    }

    @Test
    void linksOfPagesStandBelowTheBase() {
      assertThat(text(found(siteAt(PREFIXED), "/news/")))
          .contains("href=\"/news/issues/12\"", "href=\"/news/assets/offprint-")
          .doesNotContain("href=\"/issues/");
    }

    @Test
    void pathThatOnlyBeginsLikeTheBaseIsMissing() {
      assertThat(siteAt(PREFIXED).find("/newsfeed.atom")).isInstanceOf(Answer.Missing.class);
    }
  }

  @Nested
  final class Remembering {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.atom", "/issues/12", "/issues/12.md", "/sections/tools"})
    void whatWasRenderedIsNotRenderedAgain(String path) {
      Site site = site();
      assertThat(found(site, path)).isSameAs(found(site, path));
    }

    @Test
    void manyWhoAskAtOnceGetTheVeryObject() throws Exception {
      Site site = site();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        CountDownLatch all = new CountDownLatch(8);
        Callable<Representation> ask = () -> {
          all.countDown();
          all.await();
          return found(site, "/feed.atom");
        };
        for (Future<Representation> answer : threads.invokeAll(Collections.nCopies(8, ask))) {
          assertThat(answer.get()).isSameAs(found(site, "/feed.atom"));
        }
      } finally {
        threads.shutdown();
      }
    }

    @Test
    void statusIsNotRemembered() {
      Site site = site();
      assertThat(found(site, "/status")).isNotSameAs(found(site, "/status"));
    }

    @Test
    void nothingIsRememberedBeyondTheBound() {
      Site site = new Site(
          TestPublications.read(folder), FeedRules.DEFAULT, 1, Optional.empty(), TestSites.HOOKS);
      assertThat(found(site, "/feed.atom")).isNotSameAs(found(site, "/feed.atom"));
      assertThat(found(site, "/feed.atom").tag())
          .isEqualTo(found(site, "/feed.atom").tag());
    }

    @Test
    void lastGoodFeedsCountAgainstTheBound() {
      Site first = site();
      Representation feed = found(first, "/feed.atom");
      CacheSize before = first.remembered();
      CacheSize after = site(TestPublications.read(folder), Optional.of(first)).remembered();

      assertThat(before.mostBytes()).isEqualTo(Site.DEFAULT_MOST_BYTES);
      assertThat(after.mostBytes()).isEqualTo(Site.DEFAULT_MOST_BYTES);
      assertThat(after.entries()).isEqualTo(1);
      assertThat(after.bytes()).isEqualTo(before.bytes()).isGreaterThan(feed.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.atom", "/feed.rss", "/feed.json", "/issues/12"})
    void unchangedContentHasTheSameTagInAnotherSite(String path) {
      assertThat(found(site(), path).tag()).isEqualTo(found(site(), path).tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json", "/sections/tools/items.rss"})
    void unchangedFeedIsNotRenderedAgainInTheNextSite(String path) {
      Site first = site();
      Representation before = found(first, path);
      Site second = site(TestPublications.read(folder), Optional.of(first));
      assertThat(found(second, path)).isSameAs(before);
    }

    @Test
    void feedOfAnotherSectionIsNotRenderedAgain() {
      new IssueFiles(folder).givenIssue("11.md", "Issue 11", "2020-01-02", """
          ## News

          [News](https://news.example.com/)
          """);
      Site first = site();
      Representation tools = found(first, "/sections/tools.atom");
      Representation news = found(first, "/sections/news.atom");
      new IssueFiles(folder).given("12.md", ISSUE.replace("A tool", "An edited tool"));
      Site second = site(TestPublications.read(folder), Optional.of(first));
      assertThat(found(second, "/sections/news.atom")).isSameAs(news);
      assertThat(found(second, "/sections/tools.atom")).isNotSameAs(tools);
    }

    @Test
    void changedContentHasAnotherTag() {
      Site first = site();
      new IssueFiles(folder).given("12.md", ISSUE.replace("Hello", "Hallo"));
      assertThat(found(site(), "/feed.atom").tag())
          .isNotEqualTo(found(first, "/feed.atom").tag());
    }
  }

  @Nested
  final class WhenAFeedCannotBeRendered {
    @Test
    void lastGoodVersionStays() {
      Site good = site();
      Representation before = found(good, "/feed.atom");
      assertThat(found(unrenderableSite(Optional.of(good)), "/feed.atom")).isSameAs(before);
    }

    @Test
    void lastGoodVersionStaysOverSeveralChanges() {
      Site good = site();
      Representation before = found(good, "/feed.atom");
      Site first = unrenderableSite(Optional.of(good));
      assertThat(found(first, "/feed.atom")).isSameAs(before);
      assertThat(found(unrenderableSite(Optional.of(first)), "/feed.atom")).isSameAs(before);
    }

    @Test
    void lastGoodVersionStaysWhenNobodyAskedInBetween() {
      Site good = site();
      Representation before = found(good, "/feed.atom");
      Site notAsked = site(TestPublications.read(folder), Optional.of(good));
      assertThat(found(unrenderableSite(Optional.of(notAsked)), "/feed.atom")).isSameAs(before);
    }

    @Test
    void feedThatNeverWasGoodFails() {
      Site site = unrenderableSite(Optional.empty());
      assertThatThrownBy(() -> site.find("/feed.atom")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void otherAddressesAreServed() {
      Site site = unrenderableSite(Optional.of(site()));
      assertThat(text(found(site, "/issues/12"))).contains("Hello.");
      assertThat(text(found(site, "/feed.json"))).contains("Hello.");
    }
  }
}
