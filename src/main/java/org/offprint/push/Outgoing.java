package org.offprint.push;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends requests to the addresses of others. Waits for the answer; any number of threads. */
interface Outgoing {

  /**
   * Sends a request once. Redirects are not followed.
   *
   * @param most the bytes of the answer's body to read; if there are more, one more is kept
   */
  Answer send(Message message, Duration deadline, int most);

  /** A request: a GET if its body is empty, else a POST. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Message(String url, Map<String, String> headers, String contentType, byte[] body) {
    /** Makes a GET. */
    static Message get(String url) {
      return new Message(url, Map.of(), "", new byte[0]);
    }
  }

  /**
   * An answer, or the lack of one.
   *
   * @param status a status code, or -1 if no answer came
   * @param body its beginning, as far as it was to be read
   * @param isWhole true if the answer has ended in time, or more of it was not wanted
   * @param retryAfter the header of that name
   * @param failure the word for the lack of an answer: timeout, refused or failed
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answer(
      int status, byte[] body, boolean isWhole, Optional<String> retryAfter, String failure) {
    static final String TIMEOUT = "timeout";
    static final String REFUSED = "refused";
    static final String FAILED = "failed";

    /** Makes the lack of an answer. */
    static Answer none(String failure) {
      return new Answer(-1, new byte[0], false, Optional.empty(), failure);
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Returns true if the host is in trouble, rather than the one address. */
    boolean isTrouble() {
      return status < 0 || status == 429 || status >= 500;
    }

    /** Returns the class that the operator sees. */
    String outcome() {
      return status < 0
          ? failure
          : status == 410 || status == 429 ? Integer.toString(status) : status / 100 + "xx";
    }
  }
}
