package io.queuejob.servers;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Stands in for Payara Micro: understands {@code --port} and behaves as the variable FAKE says. */
public final class FakeServer {

  private FakeServer() {}

  /** Answers 401 below {@code /app/}, as a page with a login does, unless told otherwise. */
  public static void main(String[] arguments) throws IOException {
    String mode = System.getenv("FAKE");
    say("INFO [io.queuejob.Engine] starting, pool " + System.getenv("QUEUE_JOB_POOL_URL"));
    if (mode.equals("dies")) {
      say("SEVERE [core] no more file handles");
      System.exit(3);
    }
    List<String> words = List.of(arguments);
    int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    if (!mode.equals("no application")) {
      server.createContext(
          "/app/",
          exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
          });
    }
    server.start();
    if (!mode.equals("silent engine")) {
      say("INFO [io.queuejob.Engine] ready for data source jdbc/queue");
    }
    say("INFO [PayaraMicro] Payara Micro 0 (build 0) ready in 1 (ms)");
  }

  private static void say(String text) {
    System.err.println("2026-11-23 18:30:18.638 " + text);
  }
}
