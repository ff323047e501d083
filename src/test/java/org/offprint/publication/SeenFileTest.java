package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.issue.PictureSize;
import org.offprint.issue.Problem;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.PictureFiles;

/** The files to which issues refer, as they are looked at. */
final class SeenFileTest {
  private static final String KNOT = "/issues/knots/knot.png";

  @TempDir
  private Path temp = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private PublicationLoader loader;

  private MediaRules media = MediaRules.NONE;

  @BeforeEach
  void begin() {
    folder = temp.resolve("site/issues");
    loader = new PublicationLoader(folder);
  }

  private Publication load() {
    PublicationRules rules = SampleIssues.rules();
    return loader.load(
        Folder.scan(folder),
        new PublicationRules(
            rules.masthead(),
            rules.vocabulary(),
            rules.files(),
            rules.former(),
            media,
            rules.readers()),
        Instant.MAX);
  }

  private IssueFiles givenIssue(String body) {
    return new IssueFiles(folder).givenIssue("2026-01-04-knots.md", "Knots", "2026-01-04", body);
  }

  private static PublishedIssue knots(Publication publication) {
    return publication.findIssue("knots").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "knot.png, PICTURE, '\"knot.png\" is not there, so its text takes its place; put it there'",
    "/knot.png, PICTURE, '\"/knot.png\" is not there, so its text takes its place; put it there, or name its folder or its site in \"media\"'",
    "../../knot.png, PICTURE, '\"../../knot.png\" is outside of the folder of issues, so its text takes its place; move it there, or name its folder in \"media\"'",
    "IMG.heic, PICTURE, '\"IMG.heic\" is hidden or of a kind that readers do not get, so its text takes its place; name it without a dot at the beginning, as a PNG, JPEG, WebP, SVG, PDF or the like'",
    ".attachments/a.png, PICTURE, '\".attachments/a.png\" is hidden or of a kind that readers do not get, so its text takes its place; name it without a dot at the beginning, as a PNG, JPEG, WebP, SVG, PDF or the like'",
    "/avatar, PICTURE, '\"/avatar\" is hidden or of a kind that readers do not get, so its text takes its place; name it without a dot at the beginning, as a PNG, JPEG, WebP, SVG, PDF or the like'",
    "link.png, PICTURE, '\"link.png\" is a link out of the folder, or hidden, so its text takes its place; put the file itself there'",
    "large.png, PICTURE, '\"large.png\" is larger than 50 bytes, so its text takes its place; make it smaller, or set \"media-bytes\"'",
  })
  void whatReadersDoNotGetIsAWarningWithItsLine(String reference, Problem.Kind kind, String message)
      throws Exception {
    media = new MediaRules(Map.of(), 50);
    givenIssue("Text.\n\n![x](" + reference + ")\n").given("large.png", PictureFiles.png(1, 2));
    new IssueFiles(temp).given("out.png", PictureFiles.png(1, 2));
    Files.createSymbolicLink(folder.resolve("link.png"), temp.resolve("out.png"));

    Publication publication = load();

    assertThat(publication.problems())
        .containsExactly(new Problem(kind, "2026-01-04-knots.md", 8, message));
    assertThat(knots(publication).issue().content().markup()).doesNotContain("<img");
  }

  @ParameterizedTest
  @CsvSource({
    // The picture of the issue, the file that is there, and true if that may be meant.
    "knot.png, Knot.PNG, true",
    "knot.png, knot.jpg, true",
    "my-knot.png, my knot.png, true",
    "splices.png, splces.png, true",
    "/images/knot.png, images/knots.png, true",
    "knot-1.png, knot-2.png, false",
    "a.png, b.png, false",
    "knot.png, .knot.png, false",
    "knot.png, knot.sh, false",
  })
  void warningNamesTheFileThatMayBeMeant(String reference, String file, boolean isMeant) {
    givenIssue("![x](" + reference + ")\n").given(file, "x");
    String name = file.substring(file.lastIndexOf('/') + 1);

    assertThat(load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message().endsWith("; is \"" + name + "\" meant?"))
            .isEqualTo(isMeant));
  }

  @Test
  void fileThatIsMissingIsAWarningOfALink() {
    givenIssue("Text.\n\n[x](knots.pdf)\n");

    assertThat(load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.LINK));
  }

  @ParameterizedTest
  @CsvSource({
    "/images/knot.png, site/issues/static/images/knot.png",
    "/images/knot.png, site/issues/public/images/knot.png",
    "/images/knot.png, site/issues/assets/images/knot.png",
    "/images/knot.png, site/issues/images/knot.png",
    "/images/knot.png, site/static/images/knot.png",
    "/images/knot.png, site/public/images/knot.png",
    "/assets/knot.png, site/assets/knot.png",
    "/pictures/knot.png, site/elsewhere/knot.png",
    "../static/knot.png, site/static/knot.png",
    "images/knot.png, site/issues/images/knot.png",
    "images/knot.png, site/static/images/knot.png",
    "assets/knot.png, site/assets/knot.png",
    "../elsewhere/knot.png, site/elsewhere/knot.png",
  })
  void filesFromTheRootAreFound(String reference, String file) throws Exception {
    media = new MediaRules(Map.of("/pictures/", "../elsewhere"), 1000);
    givenIssue("![x](" + reference + ")\n");
    new IssueFiles(temp).given(file, PictureFiles.png(640, 480));

    Publication publication = load();
    assertThat(publication.problems()).isEmpty();
    String path = publication.files().paths().findFirst().orElseThrow();
    assertThat(knots(publication).sizeOf(path)).contains(new PictureSize(640, 480));
    try (OpenFile open = publication.files().open(path).orElseThrow()) {
      assertThat(open.size()).isEqualTo(PictureFiles.png(640, 480).length);
    }
  }

  @Test
  void nearestFolderFromTheRootCounts() {
    new IssueFiles(folder)
        .given("static/knot.png", PictureFiles.png(1, 1))
        .given("en/static/knot.png", PictureFiles.png(2, 2))
        .givenIssue("en/posts/2026-01-04-knots.md", "Knots", "2026-01-04", "![x](/knot.png)");

    assertThat(knots(load()).sizeOf("/knot.png")).contains(new PictureSize(2, 2));
  }

  @Test
  void publishersPicturesAreFiles() throws Exception {
    givenIssue("Text.\n").given("static/icon.png", "icon");
    Masthead masthead = SampleIssues.rules().masthead();
    PublicationRules rules = new PublicationRules(
        new Masthead(
            masthead.title(),
            masthead.description(),
            masthead.baseUri(),
            masthead.tag(),
            masthead.language(),
            masthead.zone(),
            List.of(),
            Optional.of(masthead.baseUri().resolve("icon.png")),
            Optional.of(URI.create("https://cdn.example/logo.png")),
            masthead.copyright(),
            masthead.accent(),
            Masthead.Additions.NONE),
        SectionVocabulary.EMPTY,
        SampleIssues.rules().files(),
        FormerSite.NONE,
        media,
        PublicationRules.Readers.EVERYONE);
    Publication publication = loader.load(Folder.scan(folder), rules, Instant.MAX);

    assertThat(publication.files().paths()).hasSize(1);
    publication
        .files()
        .paths()
        .forEach(path -> publication.files().open(path).orElseThrow().close());
  }

  @Test
  void pictureThatIsReplacedIsSeenAtTheNextLook() throws Exception {
    givenIssue("![x](knot.png)\n").given("knot.png", PictureFiles.png(640, 480));
    Publication first = load();
    assertThat(first.files().issuesToLookAt()).isEmpty();
    assertThat(load().issues()).isEqualTo(first.issues());

    new IssueFiles(folder).given("knot.png", PictureFiles.png(64, 48));
    assertThat(first.files().issuesToLookAt()).containsExactly("2026-01-04-knots.md");
    loader.lookAtFilesOf(first.files().issuesToLookAt());
    Publication second = load();
    assertThat(second.filesRead()).isZero();
    assertThat(knots(second).sizeOf(KNOT)).contains(new PictureSize(64, 48));
    assertThat(second.files().issuesToLookAt()).isEmpty();

    Files.delete(folder.resolve("knot.png"));
    loader.lookAtFilesOf(second.files().issuesToLookAt());
    Publication third = load();
    assertThat(markup(third)).isEqualTo("<p>x</p>");
    assertThat(third.problems()).hasSize(1);

    new IssueFiles(folder).given("knot.png", PictureFiles.png(64, 48));
    loader.lookAtFilesOf(third.files().issuesToLookAt());
    Publication fourth = load();
    assertThat(fourth.problems()).isEmpty();
    assertThat(markup(fourth)).isEqualTo(markup(first));
  }

  @Test
  void referencesToFilesThatReadersDoNotGetLeaveTheirText() {
    givenIssue("""
        Before ![A knot](knot.png), ![](bare.png), [a paper](../paper.pdf) and
        <picture><source srcset="gone.webp"><img src="gone.png" srcset="there.png 2x" alt="x"></picture>.
        """).given("there.png", PictureFiles.png(1, 2));

    assertThat(markup(load()))
        .startsWith("<p>Before A knot, , <a>a paper</a> and")
        .contains(
            "<img src=\"" + SampleIssues.rules().masthead().baseUri() + "issues/knots/there.png\"")
        .doesNotContain("gone", "bare", "href");
  }

  private static String markup(Publication publication) {
    return knots(publication).issue().content().markup().strip().replaceFirst(" id=\"[^\"]*\"", "");
  }

  @Test
  void otherLimitIsLookedAtAgain() {
    givenIssue("![x](knot.png)\n").given("knot.png", PictureFiles.png(640, 480));
    assertThat(load().problems()).isEmpty();
    media = new MediaRules(Map.of(), 50);

    assertThat(load().problems()).hasSize(1);
  }
}
