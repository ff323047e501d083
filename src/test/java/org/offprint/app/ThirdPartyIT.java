package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The list of third-party work is complete: it has every library that is beside the jar. */
final class ThirdPartyIT {
  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("offprint.jar"), "offprint.jar"));
  private static final Path PARTS_LIST = JAR.resolveSibling("offprint.cdx.json");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+) \\|$");

  @Test
  void librariesAreThoseBesideTheJar() throws IOException {
    assertThat(libraries().map(file -> file.replaceFirst("-[0-9][0-9.]*\\.jar$", "")))
        .containsExactlyInAnyOrderElementsOf(rows()
            .map(row -> row.replaceFirst("^[^:]*:", "").replaceFirst(" .*", ""))
            .toList());
  }

  @Test
  void licencesAreThoseOfThePartsList() throws IOException {
    assumePartsList();

    assertThat(rows())
        .containsExactlyElementsOf(parts()
            .map(part -> text(part, "group") + ":" + text(part, "name") + " " + licences(part))
            .sorted()
            .toList());
  }

  @Test
  void partsAreTheLibrariesBesideTheJar() throws IOException {
    assumePartsList();

    assertThat(libraries())
        .containsExactlyInAnyOrderElementsOf(parts()
            .map(part -> text(part, "name") + "-" + text(part, "version") + ".jar")
            .toList());
  }

  @Test
  void jarHasTheLicenceAndTheList() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream())
          .extracting(entry -> entry.getName())
          .contains("META-INF/LICENSE", "META-INF/THIRD-PARTY.md");
    }
  }

  private static void assumePartsList() {
    Assumptions.assumeTrue(
        Files.exists(PARTS_LIST), "skipped: Maven makes the list of parts only when it is online");
  }

  private static Stream<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(JAR.resolveSibling("lib"))) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private static Stream<String> rows() throws IOException {
    return ROW.matcher(Files.readString(Path.of("THIRD-PARTY.md")))
        .results()
        .map(row -> row.group(1) + " " + row.group(2));
  }

  private static Stream<JsonObject> parts() throws IOException {
    String list = Files.readString(PARTS_LIST);
    return JsonParser.parseString(list)
        .getAsJsonObject()
        .getAsJsonArray("components")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject);
  }

  private static String licences(JsonObject part) {
    return String.join(
        " or ",
        part.getAsJsonArray("licenses").asList().stream()
            .map(choice -> choice.getAsJsonObject().getAsJsonObject("license"))
            .map(licence -> text(licence, licence.has("id") ? "id" : "name"))
            .toList());
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }
}
