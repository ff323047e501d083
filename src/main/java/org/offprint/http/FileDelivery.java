package org.offprint.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.http.AccessEvent.Route;
import org.offprint.site.SiteFile;
import org.offprint.site.StaticHeaders;

/** Decides how a file that an issue brings with it is sent: whole, in part (RFC 9110 section 14), or as a 304. Thread-safe. */
final class FileDelivery {
  private static final HttpField RANGES =
      new PreEncodedHttpField(HttpHeader.ACCEPT_RANGES, "bytes");

  private final Executor readers;

  /**
   * Sends files.
   *
   * @param readers the threads that read files, which may be slow
   */
  FileDelivery(Executor readers) {
    this.readers = readers;
  }

  /** Replies with a file, which the reply closes. */
  Reply found(HttpRequest asked, SiteFile file) {
    ConditionalRequest condition = ConditionalRequest.of(asked);
    HttpFields.Mutable headers = HttpFields.build();
    headers.add(HttpHeader.ETAG, '"' + file.tag() + '"');
    headers.add(RANGES);
    StaticHeaders.of(file).forEach(headers::add);
    if (condition.isFailed(file.tag())) {
      file.close();
      return Reply.notAsWanted(HttpFields.EMPTY);
    }
    if (condition.isUnchanged(file.tag())) {
      file.close();
      headers.remove(HttpHeader.CONTENT_TYPE);
      return reply(HttpStatus.NOT_MODIFIED_304, headers, 0, Optional.empty(), file);
    }
    Optional<String> range = asked
        .find(HttpHeader.RANGE.asString())
        .filter(given -> !asked.isHead()
            && asked
                .find(HttpHeader.IF_RANGE.asString())
                .map(tag -> tag.equals('"' + file.tag() + '"'))
                .orElse(true));
    return range.isPresent() ? part(file, headers, range.get()) : whole(file, headers);
  }

  private Reply whole(SiteFile file, HttpFields headers) {
    return reply(
        HttpStatus.OK_200, headers, file.size(), Optional.of(body(file, 0, file.size())), file);
  }

  /** Several ranges at once, and what is no range of bytes, may be ignored. */
  private Reply part(SiteFile file, HttpFields.Mutable headers, String range) {
    if (!range.strip().matches("bytes\\s*=\\s*(?:\\d{1,18}\\s*-\\s*\\d{0,18}|-\\s*\\d{1,18})")) {
      return whole(file, headers);
    }
    List<ByteRange> ranges = ByteRange.parse(List.of(range), file.size());
    if (ranges.isEmpty()) {
      file.close();
      return Reply.line(
          HttpStatus.RANGE_NOT_SATISFIABLE_416,
          HttpFields.from(new HttpField(
              HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(file.size()))),
          "the file has only " + file.size() + " bytes\n");
    }
    ByteRange wanted = ranges.get(0);
    int length = Math.toIntExact(wanted.getLength());
    headers.add(HttpHeader.CONTENT_RANGE, wanted.toHeaderValue(file.size()));
    return reply(
        HttpStatus.PARTIAL_CONTENT_206,
        headers,
        length,
        Optional.of(body(file, Math.toIntExact(wanted.first()), length)),
        file);
  }

  private Reply.Body body(SiteFile file, int first, int length) {
    return new FileBody(file, file.part(first, length), readers);
  }

  private static Reply reply(
      int status, HttpFields headers, int length, Optional<Reply.Body> body, SiteFile file) {
    return new Reply(status, headers, length, body, file.size(), Route.FILE);
  }
}
