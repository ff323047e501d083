package org.offprint.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which entries a document had, in a few bytes: enough to tell later what is new since, without
 * remembering anything. The same entries give the same trail on every machine.
 *
 * @param entries how many there were
 * @param print the sum of the 64-bit prints of all entries, so that their order does not matter
 */
public record EntryTrail(int entries, long print) {
  /** The trail of entries with these prints. */
  public static EntryTrail of(Collection<Long> prints) {
    return new EntryTrail(
        prints.size(), prints.stream().mapToLong(Long::longValue).sum());
  }

  /** The prints of entries, in their order: two that are alike say the same. */
  public static List<Long> prints(List<Entry> entries) {
    return entries.stream().map(EntryTrail::print).toList();
  }

  /** The first 64 bits of the SHA-256 of everything that an entry says. */
  static long print(Entry entry) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(said(entry).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** No text of ours holds the separators, which XML forbids. */
  private static String said(Entry entry) {
    List<String> authors = entry.authors().stream()
        .map(author -> joined(author.name(), author.uri(), author.email()))
        .toList();
    List<String> categories = entry.categories().stream()
        .map(category -> joined(category.term(), category.label(), category.scheme()))
        .toList();
    return joined(
        entry.id(),
        entry.title(),
        entry.permalink(),
        entry.related(),
        entry.published(),
        entry.updated(),
        entry.summary(),
        entry.content().markup(),
        String.join("\u0002", authors),
        String.join("\u0002", categories),
        entry.language(),
        entry.image(),
        entry.origin().issue(),
        entry.origin().number(),
        String.join(
            "\u0002", entry.origin().sections().stream().map(key -> key.value()).toList()));
  }

  private static String joined(Object... values) {
    return Stream.of(values)
        .map(value ->
            value instanceof Optional<?> some ? some.map(Object::toString).orElse("") : value)
        .map(Object::toString)
        .collect(Collectors.joining("\u0001"));
  }
}
