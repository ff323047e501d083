package org.offprint.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port in front of a database, which can be closed together with all connections, and opened again. */
final class Relay implements AutoCloseable {
  private static final Pattern SERVER = Pattern.compile("//([^:/]+):(\\d+)/");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final String target;
  private final String host;
  private final int port;
  private ServerSocket server;

  private Relay(String target) throws IOException {
    Matcher matcher = SERVER.matcher(target);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no host and port in " + target);
    }
    this.target = target;
    this.host = matcher.group(1);
    this.port = Integer.parseInt(matcher.group(2));
    this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  static Relay to(Place place) throws IOException {
    return new Relay(place.address());
  }

  /** Returns the address of the database behind this port. */
  String address() {
    return SERVER.matcher(target).replaceFirst("//127.0.0.1:" + server.getLocalPort() + "/");
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        sockets.add(client);
        Socket database = new Socket(host, port);
        sockets.add(database);
        threads.execute(() -> copy(client, database));
        threads.execute(() -> copy(database, client));
      }
    } catch (IOException e) {
      // The port is closed.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      input.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of both has closed its end, which closes the other.
    }
  }

  void stop() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  void start() throws IOException {
    server = new ServerSocket(server.getLocalPort(), 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
