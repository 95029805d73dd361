package io.queuejob.chaos.node;

import io.queuejob.chaos.proxy.Mood;
import io.queuejob.chaos.proxy.TcpProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All nodes of a run. Ends every process that it started. */
public final class Cluster implements AutoCloseable {
  private static final int STOP_SECONDS = 30;

  private final List<Member> members = new ArrayList<>();
  private final Path logs;
  private final LogCounts counts = new LogCounts();
  private final Launch launch;
  private volatile boolean closed;

  /**
   * A cluster that is not started.
   *
   * @param nodes how many
   * @param target port of the database
   * @param logs folder for what the nodes log
   * @param launch how a node is started
   */
  public Cluster(int nodes, int target, Path logs, Launch launch) throws IOException {
    this.logs = logs;
    this.launch = launch;
    for (int i = 1; i <= nodes; i++) {
      members.add(new Member("node-" + i, new TcpProxy(target)));
    }
  }

  /** All places. */
  public List<Member> members() {
    return members;
  }

  /** What the nodes logged. */
  public LogCounts counts() {
    return counts;
  }

  /** Stretches of soundness that go on now. */
  public Set<String> stretches() {
    return members.stream().map(Member::stretch).filter(s -> s != null).collect(Collectors.toSet());
  }

  /** Starts a process at a place. */
  public void start(Member member) throws IOException {
    synchronized (this) {
      if (closed) {
        return;
      }
      Path log = logs.resolve(member.name() + ".log");
      member.began(
          NodeProcess.start(launch.prepare(member.name(), member.proxy().port()), log, counts));
    }
  }

  /** Starts all that have ended by themselves; returns how many. */
  public int startMissing() throws IOException {
    int started = 0;
    for (Member member : members) {
      if (member.isMissing()) {
        start(member);
        started++;
      }
    }
    return started;
  }

  /** kill -9. */
  public void kill(Member member) throws InterruptedException {
    member.ending();
    member.process().kill();
  }

  /** Signals a process, such as STOP or CONT. */
  public void signal(Member member, String name) throws IOException, InterruptedException {
    member.process().signal(name);
  }

  /** Whether the nodes are servers, which start slowly and are not redeployed. */
  public boolean isOfServers() {
    return launch.isServer();
  }

  /** Undeploys and deploys in the same process; it is a member again under another label. */
  public void redeploy(Member member) throws IOException {
    member.process().forgetLabel();
    member.process().tell("redeploy");
  }

  /** Stops in order and waits for the end; false if it had to be killed. */
  public boolean stop(Member member) throws InterruptedException {
    member.ending();
    boolean ended = false;
    try {
      if (isOfServers()) {
        member.process().signal("TERM");
      } else {
        member.process().tell("stop");
      }
      ended = member.process().awaitEnd(STOP_SECONDS);
    } catch (IOException e) {
      // it has ended already
    }
    member.process().kill();
    return ended;
  }

  /** Stops all in order. */
  public void stopAll() throws InterruptedException {
    for (Member member : members) {
      stop(member);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    synchronized (this) {
      closed = true;
    }
    for (Member member : members) {
      member.ending();
      if (member.process() != null) {
        member.process().kill();
      }
      member.proxy().mood(Mood.CALM);
      member.proxy().close();
    }
  }
}
