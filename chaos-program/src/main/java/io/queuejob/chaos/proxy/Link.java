package io.queuejob.chaos.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** One forwarded connection: a thread for each direction; the end of one side ends the other. */
final class Link {
  private static final int PIECE = 16_384;

  private final Socket client;
  private final Socket server;
  private final Gate gate;
  private final Consumer<Link> ended;
  private volatile boolean over;

  Link(Socket client, Socket server, Gate gate, Consumer<Link> ended) {
    this.client = client;
    this.server = server;
    this.gate = gate;
    this.ended = ended;
  }

  void run() {
    TcpProxy.start("proxy-back", () -> forward(server, client));
    forward(client, server);
  }

  private void forward(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        gate.pass(() -> over);
        out.write(piece, 0, n);
      }
    } catch (IOException e) {
      // ended below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over = true;
      close(from);
      close(to);
      ended.accept(this);
    }
  }

  void reset() {
    over = true;
    for (Socket socket : new Socket[] {client, server}) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // closed already
      }
      close(socket);
    }
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed enough
    }
  }
}
