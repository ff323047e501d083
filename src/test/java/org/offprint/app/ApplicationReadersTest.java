package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Many readers while the author publishes. */
final class ApplicationReadersTest {
  private static final int CHANGES = 12;

  @TempDir
  private Path above = Path.of("");

  @Test
  void readersNeverSeeAnErrorOrTwoStatesAtOnce() throws IOException, InterruptedException {
    givenRelease("red");
    givenRelease("blue");
    Path folder = Files.createSymbolicLink(above.resolve("issues"), Path.of("red"));

    Queue<String> faults = new ConcurrentLinkedQueue<>();
    AtomicInteger answers = new AtomicInteger();
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      AtomicBoolean isDone = new AtomicBoolean();
      List<Thread> readers = new ArrayList<>();
      for (String path : List.of("/feed.atom", "/sections/tools.atom", "/feed/items.atom")) {
        Thread reader = new Thread(() -> {
          while (!isDone.get()) {
            look(live, path, faults);
            answers.incrementAndGet();
          }
        });
        reader.start();
        readers.add(reader);
      }
      for (int i = 0; i < CHANGES; i++) {
        String colour = i % 2 == 0 ? "blue" : "red";
        Path prepared = Files.createSymbolicLink(above.resolve("prepared"), Path.of(colour));
        Files.move(
            prepared, folder, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        live.awaitText("/feed.atom", ">" + colour + "</title>");
      }
      isDone.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
    }

    assertThat(faults).isEmpty();
    assertThat(answers.get()).isGreaterThan(CHANGES);
  }

  private static void look(LiveNewsletter live, String path, Queue<String> faults) {
    try {
      LiveNewsletter.Answer answer = live.get(path);
      List<String> titles = LiveNewsletter.titlesIn(answer.body());
      boolean isRed = answer.body().contains("red");
      boolean isBlue = answer.body().contains("blue");
      if (answer.status() != 200
          || titles.size() != 3
          || new HashSet<>(titles).size() != 3
          || isRed == isBlue) {
        faults.add(path + " " + answer.status() + "\n" + answer.body());
      }
    } catch (RuntimeException | AssertionError e) {
      faults.add(path + " " + e);
    }
  }

  private void givenRelease(String colour) {
    IssueFiles files =
        new IssueFiles(above.resolve(colour)).given("offprint.yaml", "title: " + colour + "\n");
    for (int i = 1; i <= 3; i++) {
      files.givenIssue(
          i + ".md",
          "Number " + i + " in " + colour,
          "2026-06-0" + i,
          "# Tools\n\nTool %d in %s. [x](https://x.org/%d)\n".formatted(i, colour, i));
    }
  }
}
