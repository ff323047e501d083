package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RepresentationTest {
  private static Representation of(String text) {
    return new Representation(
        Representation.Kind.PAGE,
        "text/html",
        text.getBytes(StandardCharsets.UTF_8),
        Optional.empty());
  }

  @Test
  void contentTypeHasACharset() {
    assertThat(of("x").contentType()).isEqualTo("text/html; charset=utf-8");
  }

  @Test
  void sameBytesHaveTheSameTag() {
    assertThat(of("Grüße").tag()).isEqualTo(of("Grüße").tag());
  }

  @Test
  void otherBytesHaveAnotherTag() {
    assertThat(of("a").tag()).isNotEqualTo(of("b").tag());
  }

  /** The first twelve bytes of the SHA-256 of nothing: it must never change from one version to the next. */
  @Test
  void tagIsTheSameOnEveryMachine() {
    assertThat(of("").tag()).isEqualTo("47DEQpj8HBSa-_TI");
  }

  @Test
  void tagNeedsNoEscapingInAHeader() {
    assertThat(of("some text").tag()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void lengthCountsBytes() {
    assertThat(of("Grüße").length()).isEqualTo(7);
  }

  @Test
  void bodyCannotBeChangedAndIsReadFromTheStartByEverybody() {
    Representation representation = of("abc");
    ByteBuffer first = representation.body();
    assertThat(first.isReadOnly()).isTrue();
    assertThat(StandardCharsets.UTF_8.decode(first).toString()).isEqualTo("abc");
    assertThat(StandardCharsets.UTF_8.decode(representation.body()).toString()).isEqualTo("abc");
  }

  @Test
  void lastModifiedIsWhatItWasGiven() {
    Instant moment = Instant.parse("2020-02-02T02:02:02Z");
    Representation dated = new Representation(
        Representation.Kind.FILE, "text/markdown", new byte[0], Optional.of(moment));
    assertThat(dated.lastModified()).contains(moment);
    assertThat(dated.kind()).isEqualTo(Representation.Kind.FILE);
  }
}
