package org.offprint.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Closes connections whose request never becomes complete though a byte of it arrives now and then. Jetty
 * bounds only the silence between two bytes, so that such a request could last for days.
 *
 * <p>Looks at all connections once in a while, from one thread; costs a request nothing.
 */
final class SlowRequests implements LifeCycle.Listener {
  private final Duration patience;

  /**
   * Guards no server yet: it is to be made a listener of one before that starts.
   *
   * @param patience a request that takes longer is given up, at the latest when three times as long has passed
   */
  SlowRequests(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void lifeCycleStarted(LifeCycle server) {
    for (Connector connector : ((Server) server).getConnectors()) {
      new Guard(connector).lookAgainLater();
    }
  }

  /** Checks the connections of one connector. */
  private final class Guard implements Runnable {
    private final Connector connector;
    private Map<Connection, Progress> known = new HashMap<>();

    Guard(Connector connector) {
      this.connector = connector;
    }

    void lookAgainLater() {
      connector.getScheduler().schedule(this, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      try {
        look();
      } finally {
        if (connector.isRunning()) {
          lookAgainLater();
        }
      }
    }

    private void look() {
      Map<Connection, Progress> seen = new HashMap<>();
      for (EndPoint endPoint : connector.getConnectedEndPoints()) {
        Connection connection = endPoint.getConnection();
        Progress progress = known
            .getOrDefault(connection, Progress.NONE)
            .then(connection.getMessagesIn(), connection.getBytesIn());
        if (progress.isTooSlow()) {
          endPoint.close(new TimeoutException("the request takes longer than " + patience));
        } else {
          seen.put(connection, progress);
        }
      }
      known = seen;
    }
  }

  /**
   * The progress of a client.
   *
   * @param requests the number of requests whose headers, at least, were complete
   * @param bytes the number of bytes received
   * @param looks the number of looks, since the last complete request, at which bytes had come but no further request
   *     was complete
   */
  record Progress(long requests, long bytes, int looks) {
    static final Progress NONE = new Progress(0, 0, 0);

    Progress then(long nowRequests, long nowBytes) {
      boolean isComplete = nowRequests > requests;
      boolean isGrowing = nowBytes > bytes;
      return new Progress(nowRequests, nowBytes, isComplete ? 0 : looks + (isGrowing ? 1 : 0));
    }

    /** At the first look the request may just have begun; at the second it is older than the time between. */
    boolean isTooSlow() {
      return looks > 1;
    }
  }
}
