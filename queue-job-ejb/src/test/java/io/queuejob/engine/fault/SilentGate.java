package io.queuejob.engine.fault;

import io.queuejob.devdb.DatabaseLogin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a client and PostgreSQL, and can let one of the client's connections fall silent:
 * it stays open, nothing comes through, not even its end.
 */
final class SilentGate implements AutoCloseable {
  private final ServerSocket door;
  private final URI server;
  private final List<Pair> pairs = new CopyOnWriteArrayList<>();

  /** A connection; what the client said is kept, for its name is in it. */
  private static final class Pair {
    private final Socket client;
    private final StringBuffer said = new StringBuffer();
    private volatile boolean silent;

    private Pair(Socket client) {
      this.client = client;
    }

    private void pass(Socket from, Socket to, boolean fromClient) {
      byte[] piece = new byte[8192];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          if (fromClient && said.length() < 100_000) {
            said.append(new String(piece, 0, n, StandardCharsets.ISO_8859_1));
          }
          if (!silent) {
            out.write(piece, 0, n);
          }
        }
        awaitSpeech();
      } catch (IOException ended) {
        awaitSpeech();
      }
    }

    /** Keeps the other side open. */
    private synchronized void awaitSpeech() {
      try {
        while (silent) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void end() throws IOException {
      silent = false;
      notifyAll();
      client.close();
    }
  }

  SilentGate(DatabaseLogin login) throws IOException {
    this.server = URI.create(login.url().substring("jdbc:".length()));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:"
        + door.getLocalPort()
        + server.getPath()
        + "?sslmode=disable";
  }

  /** The connections whose client said this fall silent. */
  void silence(String name) {
    pairs.stream().filter(pair -> pair.said.indexOf(name) >= 0).forEach(pair -> pair.silent = true);
  }

  private static void start(Runnable loop) {
    Thread thread = new Thread(loop, "silent gate");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        Pair pair = new Pair(client);
        pairs.add(pair);
        start(() -> pair.pass(client, behind, true));
        start(() -> pair.pass(behind, client, false));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Pair pair : pairs) {
      pair.end();
    }
  }
}
