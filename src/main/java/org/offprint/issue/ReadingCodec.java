package org.offprint.issue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Encodes a parsed file as bytes, and decodes it to an equal value. The text of the file is left out if it is equal to
 * its bytes, as nearly always, and pieces of the HTML are stored as positions in the whole.
 */
final class ReadingCodec {
  private static final int SLICE = 0;
  private static final int OWN = 1;

  private ReadingCodec() {}

  /**
   * Encodes a reading.
   *
   * @param file the bytes that were read
   */
  static byte[] encode(IssueReading reading, byte[] file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Writer writer = new Writer(out);
      writer.list(reading.problems(), writer::problem);
      writer.optional(reading.issue(), issue -> writer.issue(issue, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Decodes a reading. Bytes that hold none make it throw some {@link RuntimeException}.
   *
   * @param file the bytes of the file, unchanged since the reading was encoded
   */
  static IssueReading decode(byte[] kept, String name, byte[] file) {
    Reader reader = new Reader(ByteBuffer.wrap(kept));
    List<Problem> problems = reader.list(Reader::problem);
    return new IssueReading(reader.optional(unused -> reader.issue(name, file)), problems);
  }

  /** Writes one value. */
  private interface ValueWriter<T> {
    void write(T value) throws IOException;
  }

  /** Goes through a reading in the order in which {@link Reader} does. */
  private record Writer(DataOutputStream out) {
    <T> void list(List<T> values, ValueWriter<T> each) throws IOException {
      out.writeInt(values.size());
      for (T value : values) {
        each.write(value);
      }
    }

    <T> void optional(Optional<T> value, ValueWriter<T> each) throws IOException {
      list(value.stream().toList(), each);
    }

    void text(String text) throws IOException {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) throws IOException {
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    void uri(URI uri) throws IOException {
      text(uri.toString());
    }

    void moment(OffsetDateTime moment) throws IOException {
      out.writeLong(moment.toEpochSecond());
      out.writeInt(moment.getNano());
      out.writeInt(moment.getOffset().getTotalSeconds());
    }

    void problem(Problem problem) throws IOException {
      text(problem.kind().name());
      text(problem.file());
      out.writeInt(problem.line());
      text(problem.message());
    }

    void author(Author author) throws IOException {
      text(author.name());
      optional(author.email(), this::text);
      optional(author.uri(), this::uri);
    }

    void issue(Issue issue, byte[] file) throws IOException {
      text(issue.slug());
      out.writeBoolean(issue.isNamed());
      text(issue.title());
      optional(issue.number(), this::text);
      moment(issue.date());
      optional(issue.updated(), this::moment);
      optional(issue.id(), this::uri);
      optional(issue.description(), this::text);
      list(issue.authors(), this::author);
      list(issue.tags(), this::text);
      optional(issue.image(), this::uri);
      optional(issue.language(), this::text);
      out.writeBoolean(issue.draft());
      optional(issue.end(), this::moment);
      byte[] source = issue.source().bytes();
      optional(
          Arrays.equals(source, file) ? Optional.<byte[]>empty() : Optional.of(source),
          this::bytes);
      text(issue.content().markup());
      html(issue.lead(), issue.content());
      list(issue.parts(), part -> part(part, issue.content()));
      list(issue.items(), item -> item(item, issue.content()));
      list(issue.footnotes().notes(), note -> note(note, issue.content()));
      list(issue.files(), this::linked);
      list(issue.links(), this::link);
      list(issue.formerPaths(), this::formerPath);
      optional(issue.top(), this::top);
    }

    void linked(LinkedFile file) throws IOException {
      text(file.reference());
      text(file.source());
      text(file.path());
      out.writeBoolean(file.isPicture());
      out.writeBoolean(file.isDead());
    }

    void link(LinkedIssue link) throws IOException {
      text(link.reference());
      text(link.target());
      optional(link.guess(), this::text);
      optional(link.slug(), this::text);
      out.writeBoolean(link.isDead());
    }

    void formerPath(FormerPath former) throws IOException {
      text(former.path());
      out.writeInt(former.line());
    }

    void top(Issue.TopHeading heading) throws IOException {
      text(heading.text());
      out.writeBoolean(heading.isNamed());
    }

    void note(Footnotes.Note note, Html whole) throws IOException {
      text(note.target());
      html(note.entry(), whole);
    }

    void part(Issue.SectionText part, Html whole) throws IOException {
      text(part.heading());
      text(part.anchor());
      html(part.content(), whole);
      html(part.distinct(), whole);
      list(part.items(), item -> item(item, whole));
    }

    void item(Item item, Html whole) throws IOException {
      text(item.key());
      text(item.anchor());
      text(item.title());
      out.writeInt(item.position());
      list(item.addresses(), this::text);
      html(item.content(), whole);
      html(item.whole(), whole);
      optional(item.group(), this::text);
    }

    void html(Html html, Html whole) throws IOException {
      Optional<Html.Span> span = html.within(whole);
      if (span.isPresent()) {
        out.writeByte(SLICE);
        out.writeInt(span.get().start());
        out.writeInt(span.get().end());
      } else {
        out.writeByte(OWN);
        text(html.markup());
      }
    }
  }

  /** Goes through the bytes in the order in which {@link Writer} does. */
  private record Reader(ByteBuffer in) {
    <T> List<T> list(Function<Reader, T> each) {
      int size = in.getInt();
      List<T> values = new ArrayList<>(Math.min(size, in.remaining()));
      for (int i = 0; i < size; i++) {
        values.add(each.apply(this));
      }
      return values;
    }

    <T> Optional<T> optional(Function<Reader, T> each) {
      return list(each).stream().findFirst();
    }

    String text() {
      int length = in.getInt();
      int start = in.arrayOffset() + in.position();
      in.position(in.position() + length);
      return new String(in.array(), start, length, StandardCharsets.UTF_8);
    }

    Utf8Text utf8() {
      int length = in.getInt();
      int start = in.arrayOffset() + in.position();
      in.position(in.position() + length);
      return Utf8Text.of(Arrays.copyOfRange(in.array(), start, start + length));
    }

    URI uri() {
      return URI.create(text());
    }

    OffsetDateTime moment() {
      Instant instant = Instant.ofEpochSecond(in.getLong(), in.getInt());
      return instant.atOffset(ZoneOffset.ofTotalSeconds(in.getInt()));
    }

    Problem problem() {
      return new Problem(Problem.Kind.valueOf(text()), text(), in.getInt(), text());
    }

    Author author() {
      return new Author(text(), optional(Reader::text), optional(Reader::uri));
    }

    Issue issue(String name, byte[] file) {
      String slug = text();
      boolean isNamed = in.get() != 0;
      String title = text();
      Optional<String> number = optional(Reader::text);
      OffsetDateTime date = moment();
      Optional<OffsetDateTime> updated = optional(Reader::moment);
      Optional<URI> id = optional(Reader::uri);
      Optional<String> description = optional(Reader::text);
      List<Author> authors = list(Reader::author);
      List<String> tags = list(Reader::text);
      Optional<URI> image = optional(Reader::uri);
      Optional<String> language = optional(Reader::text);
      boolean draft = in.get() != 0;
      Optional<OffsetDateTime> end = optional(Reader::moment);
      Utf8Text source = optional(Reader::utf8).orElseGet(() -> Utf8Text.of(file));
      Html content = Html.ofSanitised(utf8());
      Html lead = html(content);
      List<Issue.SectionText> parts = list(reader -> reader.part(content));
      List<Item> items = list(reader -> reader.item(content));
      return new Issue(
          name,
          slug,
          isNamed,
          title,
          number,
          date,
          updated,
          id,
          description,
          authors,
          tags,
          image,
          language,
          draft,
          end,
          source,
          content,
          lead,
          parts,
          items,
          new Footnotes(list(reader -> new Footnotes.Note(reader.text(), reader.html(content)))),
          list(reader -> new LinkedFile(
              reader.text(),
              reader.text(),
              reader.text(),
              reader.in.get() != 0,
              reader.in.get() != 0)),
          list(reader -> new LinkedIssue(
              reader.text(),
              reader.text(),
              reader.optional(Reader::text),
              reader.optional(Reader::text),
              reader.in.get() != 0)),
          list(reader -> new FormerPath(reader.text(), reader.in.getInt())),
          optional(reader -> new Issue.TopHeading(reader.text(), reader.in.get() != 0)));
    }

    Issue.SectionText part(Html whole) {
      return new Issue.SectionText(
          text(), text(), html(whole), html(whole), list(reader -> reader.item(whole)));
    }

    Item item(Html whole) {
      return new Item(
          text(),
          text(),
          text(),
          in.getInt(),
          list(Reader::text),
          html(whole),
          html(whole),
          optional(Reader::text));
    }

    Html html(Html whole) {
      return in.get() == SLICE ? slice(whole, in.getInt(), in.getInt()) : Html.ofSanitised(text());
    }

    private static Html slice(Html whole, int start, int end) {
      Objects.checkFromToIndex(start, end, whole.length());
      return whole.slice(start, end);
    }
  }
}
