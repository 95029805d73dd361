package io.queuejob.chaos.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Forwards connections of a local port to another. Safe for use by several threads. */
public final class TcpProxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int BACKLOG = 200;

  private final ServerSocket door;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final Gate gate = new Gate();

  /**
   * Opens one on any free port of the loopback.
   *
   * @param target port of the loopback to which it forwards
   */
  public TcpProxy(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    start("proxy-door", this::serve);
  }

  static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The port at which it listens. */
  public int port() {
    return door.getLocalPort();
  }

  /** Changes how it treats what passes, from now on. */
  public void mood(Mood mood) {
    gate.mood(mood);
  }

  /** Ends all connections at once, with a reset. */
  public int drop() {
    int dropped = links.size();
    links.forEach(Link::reset);
    return dropped;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (gate.refuses()) {
          client.setSoLinger(true, 0);
          client.close();
        } else {
          start("proxy-link", () -> link(client));
        }
      } catch (IOException e) {
        // closed, or the client was faster
      }
    }
  }

  private void link(Socket client) {
    Socket server = new Socket();
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    } catch (IOException e) {
      Link.close(client);
      Link.close(server);
      return;
    }
    Link link = new Link(client, server, gate, links::remove);
    links.add(link);
    link.run();
  }

  @Override
  public void close() throws IOException {
    door.close();
    gate.mood(Mood.CALM);
    drop();
  }
}
