package io.queuejob.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Stands between a client and PostgreSQL and, as poolers do, tells each client of a backend that is
 * none of the server's. Passes all else on. Without encryption.
 */
public final class PoolerBetween implements AutoCloseable {
  private static final int KEY_DATA = 'K';

  private final ServerSocket door;
  private final int serverPort;

  /** A pooler before the server that listens on a port of this host. */
  public PoolerBetween(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  private static void start(Runnable loop) {
    Thread thread = new Thread(loop, "pooler");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        start(() -> pass(client, server));
        start(() -> passWithOtherKey(server, client));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException closed) {
      // the end of this connection
    }
  }

  private static void passWithOtherKey(Socket from, Socket to) {
    try (from;
        to;
        DataInputStream in = new DataInputStream(from.getInputStream());
        DataOutputStream out = new DataOutputStream(to.getOutputStream())) {
      int type = 0;
      while (type != KEY_DATA) {
        type = in.readUnsignedByte();
        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        if (type == KEY_DATA) {
          body[3] ^= 1;
        }
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
      }
      in.transferTo(out);
    } catch (IOException closed) {
      // the end of this connection
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
