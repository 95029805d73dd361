package io.queuejob.chaos.node;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.testkit.EngineHarness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process of a node. Arguments: name, URL, user, password, then settings as {@code key=value}.
 * Words on its standard input: {@code stop}, {@code redeploy}; it ends when that stream does.
 */
public final class NodeMain {
  private static final int STARTS = 40;

  private final DatabaseLogin login;
  private final Map<String, String> settings = new HashMap<>();
  private final WorkBean bean;
  private EngineHarness engine;

  private NodeMain(String[] args) {
    login = new DatabaseLogin(args[1], args[2], args[3]);
    bean = new WorkBean(args[0], login);
    settings.put("queue-job.node-name", args[0]);
    for (int i = 4; i < args.length; i++) {
      String[] pair = args[i].split("=", 2);
      settings.put(pair[0], pair[1]);
    }
  }

  /** Runs until told to stop or until its parent is gone. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] args) throws Exception {
    new NodeMain(args).serve();
    System.exit(0);
  }

  private void serve() throws Exception {
    deploy();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String word = in.readLine(); word != null; word = in.readLine()) {
      if (word.equals("redeploy")) {
        engine.close();
        deploy();
      } else {
        engine.close();
        return;
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private void deploy() throws Exception {
    engine = start();
    bean.openedBy(engine.dataSource());
  }

  /** A server whose database is away tries again; so does a node. */
  private EngineHarness start() throws InterruptedException, IOException {
    RuntimeException last = null;
    for (int i = 0; i < STARTS; i++) {
      try {
        return EngineHarness.start(login, settings, bean);
      } catch (RuntimeException e) {
        last = e;
        System.err.println("not started: " + e);
        new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("the engine did not start in " + STARTS + " attempts", last);
  }
}
