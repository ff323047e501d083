package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedRules;
import org.offprint.publication.Publication;
import org.offprint.settings.SettingsFile;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** The lines that the status page advises can be pasted. */
final class StatusAdviceTest {
  private static final List<String> HEADINGS = List.of(
      "C",
      "C++",
      "C#",
      "F",
      "F#",
      ".NET",
      "Net",
      "Tools",
      "Tools:",
      "🔧 TOOLS",
      "AI 新闻",
      "AI 工具",
      "Новости IT",
      "「引用」",
      "🎉",
      "!!!",
      "A \"quoted\" \\ word",
      "- dash",
      "50 % off: #1",
      "@mara",
      "C*");

  @TempDir
  private Path folder = Path.of("");

  private List<String> advice(Publication publication) {
    byte[] html = new PageRenderer(publication, new FeedAssembler(publication, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty());
    return Jsoup.parse(new String(html, StandardCharsets.UTF_8))
        .select(".suggestions code")
        .stream()
        .map(Element::wholeText)
        .toList();
  }

  @Test
  void isAcceptedAndLeavesNothingToAdvise() {
    String body = HEADINGS.stream()
        .map(heading -> "## " + heading.replaceAll("([\\\\*#!@-])", "\\\\$1")
            + "\n\nText. <https://a.example/>\n\n")
        .collect(Collectors.joining());
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-06-01", body);
    String settings = "sections:\n" + String.join("\n", advice(TestPublications.read(folder)));

    SettingsFile read = SettingsFile.read(settings.getBytes(StandardCharsets.UTF_8));

    assertThat(read.problems()).isEmpty();
    assertThat(advice(TestPublications.read(
            folder,
            TestPublications.masthead("Newsletter", "https://news.example.org/"),
            read.settings().orElseThrow().vocabulary())))
        .isEmpty();
  }

  @Test
  void leavesAnAdvertisementOne() {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2025-06-01", "## Sponsor\n\nBuy. <https://a.example/>\n");
    String settings = "sections:\n" + String.join("\n", advice(TestPublications.read(folder)));

    assertThat(SettingsFile.read(settings.getBytes(StandardCharsets.UTF_8))
            .settings()
            .orElseThrow()
            .vocabulary()
            .sectionOf("Sponsor")
            .isSponsored())
        .isTrue();
  }
}
