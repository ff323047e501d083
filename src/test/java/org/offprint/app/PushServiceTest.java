package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.settings.SettingsException;
import org.offprint.testing.IssueFiles;

/** The hub of a running server. */
@Timeout(60)
final class PushServiceTest {
  private static final String BASE = "https://news.example.org/letters/";
  private static final String LINK = "<" + BASE + "hub>; rel=\"hub\"";

  @TempDir
  private Path folder = Path.of("");

  @TempDir
  private Path data = Path.of("");

  private LiveNewsletter live(Map<String, String> flags, Map<String, String> environment) {
    new IssueFiles(folder).givenIssue("1.md", "Letter 1", "2026-05-31", "# Tools\n\nA tool.\n");
    Map<String, String> all = new HashMap<>(Map.of("base-url", BASE));
    all.putAll(flags);
    return LiveNewsletter.of(folder, Clock.systemUTC(), all, environment);
  }

  private LiveNewsletter live(String... flags) {
    Map<String, String> given = new HashMap<>();
    for (String flag : flags) {
      given.put(flag.split("=", 2)[0], flag.split("=", 2)[1]);
    }
    return live(given, Map.of());
  }

  private static HttpResponse<String> post(LiveNewsletter live, String path, String form)
      throws IOException, InterruptedException {
    URI hub = live.application().localUri().resolve(path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void isNamedAndAnswersWhereThereIsAFolder() throws IOException, InterruptedException {
    try (LiveNewsletter live = live("data=" + data)) {
      assertThat(live.header("/feed.atom", "Link").orElse("")).startsWith(LINK);
      assertThat(live.body("/feed.json"))
          .contains("\"hubs\":[{\"type\":\"WebSub\",\"url\":\"" + BASE + "hub\"}]");
      assertThat(data.resolve("push.sqlite")).exists();
      assertThat(post(live, "/hub", "hub.mode=publish").statusCode()).isBetween(400, 499);
      assertThat(post(live, "/letters/hub", "a=b").statusCode()).isBetween(400, 499);
    }
  }

  @Test
  void isNotThereWithoutAFolder() throws IOException, InterruptedException {
    try (LiveNewsletter live = live()) {
      assertThat(live.header("/feed.atom", "Link").orElse("")).doesNotContain("hub");
      assertThat(live.body("/feed.atom")).doesNotContain("hub");
      assertThat(live.get("/hub").status()).isEqualTo(404);
      assertThat(post(live, "/hub", "a=b").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void isNotThereWhereDraftsAreShown() {
    try (LiveNewsletter live = live("data=" + data, "websub=on", "drafts=on")) {
      assertThat(live.header("/feed.atom", "Link").orElse("")).doesNotContain("hub");
      assertThat(data.resolve("push.sqlite")).doesNotExist();
    }
  }

  @Test
  void followsTheHubsOfTheSettings() {
    try (LiveNewsletter live = live("data=" + data)) {
      live.files().given("offprint.yaml", "ping: https://hub.example.invalid/\n");

      live.awaitUntil(() -> live.body("/feed.atom").contains("https://hub.example.invalid/"));
      assertThat(live.header("/feed.atom", "Link").orElse(""))
          .startsWith(LINK + ", <https://hub.example.invalid/>; rel=\"hub\", <");
    }
  }

  @Test
  void feedsAreServedWhileADatabaseIsAway() throws IOException, InterruptedException {
    try (LiveNewsletter live = live("database=jdbc:postgresql://127.0.0.1:1/a?password=hush")) {
      assertThat(live.get("/feed.atom").status()).isEqualTo(200);
      assertThat(live.body("/feed.atom")).contains(BASE + "hub");
      assertThat(live.header("/feed.atom", "Link").orElse("")).doesNotContain("hub");
      HttpResponse<String> refusal = post(live, "/hub", "a=b");
      assertThat(refusal.statusCode()).isEqualTo(503);
      assertThat(refusal.headers().firstValue("Retry-After")).contains("30");
      assertThat(live.get("/readyz").status()).isEqualTo(200);
    }
  }

  @Test
  void fileThatIsNoDatabaseEndsTheStart() throws IOException {
    Files.writeString(data.resolve("push.sqlite"), "this is no database, but a text. ".repeat(200));

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> live("data=" + data))
        .withMessageContaining("push.sqlite");
  }

  @Test
  void variableOfAWebhookIsNeededAtTheStart() {
    new IssueFiles(folder).given("offprint.yaml", "webhooks:\n  - url: $CHAT_HOOK\n");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> live("data=" + data))
        .withMessageContaining("CHAT_HOOK");
    try (LiveNewsletter live =
        live(Map.of("data", data.toString()), Map.of("CHAT_HOOK", "https://a.example.invalid/"))) {
      assertThat(live.get("/feed.atom").status()).isEqualTo(200);
    }
  }
}
