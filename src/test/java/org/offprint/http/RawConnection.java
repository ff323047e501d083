package org.offprint.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection to a server, spoken to in bytes: half requests, several of them, or none at all. */
final class RawConnection implements AutoCloseable {
  private static final int MOST_MILLIS_TO_WAIT = 5000;

  private final Socket socket;
  private final InputStream answers;

  RawConnection(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(MOST_MILLIS_TO_WAIT);
      answers = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends text as it stands, each letter a byte. */
  RawConnection send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the server that no more will come, and goes on listening. */
  RawConnection sendNoMore() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer; the connection may stay open. */
  RawResponse next() {
    try {
      return RawResponse.read(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, to {@code HEAD} or of status 204 or 304. */
  RawResponse nextWithoutBody() {
    try {
      return RawResponse.readWithoutBody(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns true if the server closes the connection, or has closed it, within that time; takes what it sends. */
  boolean isClosedWithin(Duration time) {
    try {
      socket.setSoTimeout((int) time.toMillis());
      while (answers.read() >= 0) {
        // Only the end counts.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the server closes the connection, which it must do; a reset is no more than that. */
  String rest() {
    StringBuilder text = new StringBuilder();
    try {
      int next = answers.read();
      while (next >= 0) {
        text.append((char) next);
        next = answers.read();
      }
    } catch (SocketException e) {
      // Bytes that the server did not read make it reset the connection.
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("still open after \"" + text + "\"", e);
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
