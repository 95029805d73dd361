package io.queuejob.servers.setup;

/** The ports of a server beside that for HTTP, so that servers of one machine stay apart. */
final class Ports {
  private static final int USUAL_HTTP = 8080;
  private static final int LOWEST = 1024;
  private static final int RANGE = 65_535 - LOWEST;

  private Ports() {}

  /** A usual port, as far from its usual place as the HTTP port is from 8080. */
  static int shifted(int http, int usual) {
    int port = usual + http - USUAL_HTTP;
    return port >= LOWEST && port < LOWEST + RANGE ? port : LOWEST + Math.floorMod(port, RANGE);
  }
}
