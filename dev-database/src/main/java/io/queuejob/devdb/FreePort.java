package io.queuejob.devdb;

import java.io.IOException;
import java.net.ServerSocket;

/** A port that nobody listens on at the moment: for a server that is started soon. */
public final class FreePort {

  private FreePort() {}

  /** Any free port of this machine. */
  public static int any() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
