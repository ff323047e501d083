package org.offprint.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends requests by Jetty's client. A name is looked up once for each connection, all its addresses are checked, and one of these very
 * addresses is connected to: a name that changes its address between check and connection gains nothing. Each request has a connection of
 * its own. There are no redirects, cookies, decompression, proxies or retries, and the deadline is for the whole exchange.
 */
final class Caller implements Outgoing, AutoCloseable {
  private static final int THREADS = 40;
  private static final int MOST_HEADER_BYTES = 16 * 1024;

  /** Finds the addresses of a host. Blocks. */
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final HttpClient client;
  private final AddressCheck check;
  private final Lookup lookup;

  /**
   * Starts the client.
   *
   * @param agent the value of User-Agent
   */
  Caller(AddressCheck check, Lookup lookup, Duration connect, String agent) {
    this.check = check;
    this.lookup = lookup;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("push-client");
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads);
    connector.setConnectTimeout(connect);
    client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    client.setExecutor(threads);
    client.setConnectTimeout(connect.toMillis());
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, agent));
    client.setMaxResponseHeadersSize(MOST_HEADER_BYTES);
    client.setDestinationIdleTimeout(connect.toMillis());
    client.setSocketAddressResolver(
        (host, port, context, promise) -> threads.execute(() -> resolve(host, port, promise)));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not start", e);
    }
    client.getContentDecoderFactories().clear();
  }

  private void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
    try {
      promise.succeeded(checked(host, port));
    } catch (IOException | RuntimeException e) {
      promise.failed(e);
    }
  }

  /** Looks up a host; one address that is not allowed refuses it, since an honest name has no such. */
  private List<InetSocketAddress> checked(String host, int port) throws IOException {
    if (AddressCheck.isOddNumber(host.toLowerCase(Locale.ROOT))) {
      throw new RefusedAddressException();
    }
    List<InetSocketAddress> found = new ArrayList<>();
    for (InetAddress address : lookup.addresses(host)) {
      if (!check.mayConnect(address)) {
        throw new RefusedAddressException();
      }
      found.add(new InetSocketAddress(address, port));
    }
    return found;
  }

  @Override
  public Answer send(Message message, Duration deadline, int most) {
    Exchange exchange = new Exchange(most);
    Request request;
    try {
      request = client.newRequest(URI.create(message.url()));
    } catch (IllegalArgumentException e) {
      return Answer.none(Answer.FAILED);
    }
    request
        .headers(headers -> headers.put(HttpHeader.CONNECTION, "close"))
        .headers(headers -> message.headers().forEach(headers::put))
        .onResponseHeaders(exchange::began)
        .onResponseContent(exchange::read);
    if (message.body().length > 0) {
      request
          .method(HttpMethod.POST)
          .body(new BytesRequestContent(message.contentType(), message.body()));
    }
    request.send(exchange::ended);
    try {
      return exchange.answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return exchange.end(Answer.TIMEOUT);
    } catch (ExecutionException e) {
      throw new AssertionError("an exchange ends with an answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while it waited for an answer");
    } finally {
      Future<Boolean> unused =
          request.abort(new CancellationException("no more of the answer is wanted"));
    }
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not stop", e);
    }
  }

  /** Thrown instead of a connection to an address that must not be connected to. */
  private static final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** One request and what has come of its answer. */
  private static final class Exchange {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final int most;
    private int status = -1;
    private Optional<String> retryAfter = Optional.empty();

    Exchange(int most) {
      this.most = most;
    }

    synchronized void began(Response response) {
      status = response.getStatus();
      retryAfter = Optional.ofNullable(response.getHeaders().get(HttpHeader.RETRY_AFTER));
    }

    synchronized void read(Response response, ByteBuffer content) {
      while (content.hasRemaining() && body.size() <= most) {
        body.write(content.get());
      }
      if (body.size() > most) {
        complete(true, "");
      }
    }

    synchronized void ended(Result result) {
      Throwable failure = result.getFailure();
      if (failure == null) {
        complete(true, "");
      } else {
        boolean isRefused = failure instanceof RefusedAddressException;
        boolean isTimeout =
            failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
        complete(false, isRefused ? Answer.REFUSED : isTimeout ? Answer.TIMEOUT : Answer.FAILED);
      }
    }

    synchronized Answer end(String failure) {
      complete(false, failure);
      return answer.join();
    }

    private void complete(boolean isWhole, String failure) {
      answer.complete(new Answer(status, body.toByteArray(), isWhole, retryAfter, failure));
    }
  }
}
