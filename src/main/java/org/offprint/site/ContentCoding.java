package org.offprint.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The codings that compress a representation (RFC 9110 section 8.4.1). */
public enum ContentCoding {
  /** Brotli (RFC 7932), where its native library runs on this machine. */
  BROTLI("br") {
    @Override
    byte[] encode(byte[] plain) {
      try {
        return Encoder.compress(plain, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** Gzip (RFC 1952). */
  GZIP("gzip") {
    @Override
    byte[] encode(byte[] plain) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream gzip = new BestGzip(packed)) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }
  };

  /** The highest quality takes ten times as long, and saves only another seventh of the bytes. */
  private static final int BROTLI_QUALITY = 9;

  private static final List<ContentCoding> AVAILABLE = Stream.of(values())
      .filter(coding -> coding != BROTLI || Brotli4jLoader.isAvailable())
      .toList();

  private final String token;

  ContentCoding(String token) {
    this.token = token;
  }

  /** Its name in headers. */
  public String token() {
    return token;
  }

  /** Those of this machine, the best first. */
  public static List<ContentCoding> available() {
    return AVAILABLE;
  }

  abstract byte[] encode(byte[] plain);

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream packed) throws IOException {
      super(packed);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
