package org.offprint.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, ready to be sent.
 *
 * @param status the status code
 * @param headers all but those that the server itself adds
 * @param length what {@code Content-Length} says, also where no body is sent
 * @param body what is sent; empty for HEAD and 304
 */
record Reply(int status, Map<String, String> headers, int length, Optional<ByteBuffer> body) {
  Reply {
    headers = new LinkedHashMap<>(headers);
  }
}
