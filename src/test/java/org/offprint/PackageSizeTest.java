package org.offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the size of each package to a ceiling, so that growth is a decision. Whoever raises one says that a user would miss what the new
 * lines do, and that no class has room for it. Lower a ceiling when code goes.
 */
final class PackageSizeTest {
  private static final Path SOURCES = Path.of("src/main/java/org/offprint");

  /**
   * A size of a package, without its {@code package-info}.
   *
   * @param files number of files
   * @param lines number of their lines
   */
  private record Size(int files, int lines) {}

  private static final Map<String, Size> CEILINGS = Map.ofEntries(
      Map.entry("app", new Size(12, 1534)),
      Map.entry("audience", new Size(7, 692)),
      Map.entry("cli", new Size(24, 3244)),
      Map.entry("export", new Size(8, 933)),
      Map.entry("feed", new Size(23, 2611)),
      Map.entry("format", new Size(12, 1119)),
      Map.entry("http", new Size(26, 2678)),
      Map.entry("issue", new Size(91, 14336)),
      Map.entry("metrics", new Size(4, 640)),
      Map.entry("page", new Size(21, 2924)),
      Map.entry("publication", new Size(51, 6583)),
      Map.entry("push", new Size(34, 2757)),
      Map.entry("search", new Size(14, 1823)),
      Map.entry("settings", new Size(19, 2538)),
      Map.entry("site", new Size(29, 3284)),
      Map.entry("store", new Size(3, 300)),
      Map.entry("watch", new Size(7, 772)));

  @Test
  void noPackageIsLargerThanItsCeiling() throws IOException {
    Map<String, Size> sizes = new TreeMap<>();
    try (Stream<Path> packages = Files.list(SOURCES).filter(Files::isDirectory)) {
      for (Path one : packages.toList()) {
        sizes.put(one.getFileName().toString(), size(one));
      }
    }

    assertThat(sizes.keySet()).isEqualTo(CEILINGS.keySet());
    sizes.forEach((name, size) -> {
      Size ceiling = CEILINGS.getOrDefault(name, new Size(0, 0));
      assertThat(size.files()).as("files of %s", name).isLessThanOrEqualTo(ceiling.files());
      assertThat(size.lines()).as("lines of %s", name).isLessThanOrEqualTo(ceiling.lines());
    });
  }

  private static Size size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> code = files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
      int lines = 0;
      for (Path file : code) {
        lines += Files.readAllLines(file).size();
      }
      return new Size(code.size(), lines);
    }
  }
}
