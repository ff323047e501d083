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
      Map.entry("app", new Size(11, 1697)),
      Map.entry("audience", new Size(4, 392)),
      Map.entry("cli", new Size(21, 2953)),
      Map.entry("export", new Size(5, 633)),
      Map.entry("feed", new Size(20, 2311)),
      Map.entry("format", new Size(10, 863)),
      Map.entry("http", new Size(24, 2511)),
      Map.entry("issue", new Size(89, 14289)),
      Map.entry("metrics", new Size(2, 456)),
      Map.entry("page", new Size(19, 2659)),
      Map.entry("publication", new Size(49, 6442)),
      Map.entry("push", new Size(31, 2510)),
      Map.entry("search", new Size(11, 1523)),
      Map.entry("settings", new Size(18, 2503)),
      Map.entry("site", new Size(26, 2995)),
      Map.entry("store", new Size(8, 1146)),
      Map.entry("watch", new Size(4, 472)));

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
