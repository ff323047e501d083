package org.offprint.issue;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds the address of a picture where the author, or a script of the author's site, has put it. */
final class Pictures {
  /** One of the files of a {@code srcset}, with its width in pixels or its density. */
  private static final Pattern CANDIDATE = Pattern.compile("(\\S+?)(?:\\s+([0-9.]{1,9})[wx])?");

  private static final Pattern ENDING = Pattern.compile("\\.\\w{1,5}$");

  private record Candidate(String address, double size) {
    private static Candidate of(Matcher match) {
      String size = Optional.ofNullable(match.group(2)).orElse("1");
      return new Candidate(
          match.group(1), size.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(size) : 1);
    }
  }

  private Pictures() {}

  /** Gives a picture an address that readers can use, or puts its alternative text in its place. */
  static void prepare(Element picture, References references, Remarks remarks) {
    String given = picture.attr("src");
    Optional<URI> address = Stream.of(
            Stream.of(given, picture.attr("data-src")),
            largest(picture.attr("srcset")),
            largest(picture.attr("data-srcset")),
            ofSources(picture))
        .flatMap(found -> found)
        .map(String::strip)
        .filter(found -> !found.isEmpty() && !found.startsWith("#"))
        .flatMap(found -> references.resolve(found, true).stream())
        .filter(found -> Links.isWeb(found) && !isSame(found, references.page()))
        .findFirst();
    if (address.isPresent()) {
      picture.attr("src", address.get().toString());
      return;
    }
    String text = picture.attr("alt");
    if (!references.isDead(given)) {
      remarks.add(
          Problem.Kind.PICTURE,
          given.isBlank()
              ? text.isBlank()
                  ? List.of("![]()", "![](<>)", "src=\"\"", "<img")
                  : List.of("alt=\"" + text + '"', "![" + text + "](", text)
              : List.of(
                  "src=\"" + given + '"',
                  "src='" + given + '\'',
                  "src=" + given,
                  "](" + given,
                  given),
          "a picture has no address that readers can use, so "
              + (text.isBlank() ? "nothing is left of it" : "its text takes its place"));
    }
    if (text.isBlank()) {
      picture.remove();
    } else {
      picture.replaceWith(new TextNode(text));
    }
  }

  /** A page is no picture. */
  private static boolean isSame(URI address, URI page) {
    return address.toString().replaceFirst("[?#].*", "").equals(page.toString());
  }

  /** The name of a picture for people: that of its file in words, else its host. */
  static String name(Element picture) {
    Optional<URI> address = Links.resolve(Links.NOWHERE, picture.attr("src"));
    String file = address
        .flatMap(found -> Optional.ofNullable(found.getPath()))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .orElse("");
    String words = PlainText.fold(ENDING.matcher(file).replaceFirst("").replaceAll("[-_+.]+", " "));
    return words.codePoints().anyMatch(Character::isLetter)
        ? words
        : address.flatMap(found -> Optional.ofNullable(found.getHost())).orElse("");
  }

  private static Stream<String> largest(String candidates) {
    return Arrays.stream(candidates.split(",(?=\\s)|,$"))
        .map(String::strip)
        .map(CANDIDATE::matcher)
        .filter(Matcher::matches)
        .map(Candidate::of)
        .max(Comparator.comparingDouble(Candidate::size))
        .map(Candidate::address)
        .stream();
  }

  /** The other files of the same picture. */
  private static Stream<String> ofSources(Element picture) {
    return Stream.ofNullable(picture.parent())
        .filter(parent -> parent.normalName().equals("picture"))
        .flatMap(parent -> parent.children().stream())
        .flatMap(source -> largest(source.attr("srcset")));
  }
}
