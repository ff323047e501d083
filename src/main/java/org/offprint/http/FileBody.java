package org.offprint.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.offprint.site.SiteFile;

/**
 * Sends a file piece by piece, as fast as its client takes it. No thread waits for the client, and none of the server's own reads the
 * file. If the file changes meanwhile, the reply ends before its last piece.
 *
 * @param file is closed at the end
 * @param readers the threads that read
 */
record FileBody(SiteFile file, SiteFile.Part part, Executor readers) implements Reply.Body {
  private static final int PIECE = 1 << 17;

  @Override
  public void send(Response response, Callback callback) {
    send(response, ByteBuffer.allocate(Math.min(PIECE, part.remaining())), callback);
  }

  private void send(Response response, ByteBuffer buffer, Callback callback) {
    try {
      part.read(buffer.clear());
    } catch (IOException | RuntimeException e) {
      failed(callback, e);
      return;
    }
    boolean isLast = part.remaining() == 0;
    response.write(
        isLast,
        buffer.flip(),
        Callback.from(
            InvocationType.NON_BLOCKING,
            () -> {
              if (isLast) {
                close();
                callback.succeeded();
              } else {
                sendLater(response, buffer, callback);
              }
            },
            fault -> failed(callback, fault)));
  }

  private void sendLater(Response response, ByteBuffer buffer, Callback callback) {
    try {
      readers.execute(() -> send(response, buffer, callback));
    } catch (RejectedExecutionException e) {
      // The server ends.
      failed(callback, e);
    }
  }

  private void failed(Callback callback, Throwable fault) {
    close();
    callback.failed(fault);
  }

  @Override
  public void close() {
    file.close();
  }
}
