package io.queuejob.chaos.node;

import io.queuejob.chaos.proxy.TcpProxy;

/** One place of the cluster: a name, a proxy, and the process that runs there now. */
public final class Member {
  private final String name;
  private final TcpProxy proxy;
  private NodeProcess process;
  private boolean wanted;
  private boolean troubled;
  private long epoch;

  Member(String name, TcpProxy proxy) {
    this.name = name;
    this.proxy = proxy;
  }

  /** Name of the node; may come again. */
  public String name() {
    return name;
  }

  /** Between it and the database. */
  public TcpProxy proxy() {
    return proxy;
  }

  /** Label of its membership; null if it has none yet. */
  public synchronized String label() {
    return process == null ? null : process.label();
  }

  /** Whether it is a member that nothing disturbs. */
  public synchronized boolean isSound() {
    return process != null && process.isAlive() && process.label() != null && wanted && !troubled;
  }

  /** Whether it should run, but has ended. */
  synchronized boolean isMissing() {
    return wanted && (process == null || !process.isAlive());
  }

  /** Name of the present stretch of soundness; null if it is not sound. */
  public synchronized String stretch() {
    return isSound() ? name + "@" + epoch : null;
  }

  /** Takes it for a disturbance; false if it is not sound. */
  public synchronized boolean disturb() {
    if (!isSound()) {
      return false;
    }
    troubled = true;
    epoch++;
    return true;
  }

  /** The disturbance is over. */
  public synchronized void settled() {
    troubled = false;
    epoch++;
  }

  synchronized void began(NodeProcess next) {
    process = next;
    wanted = true;
    troubled = false;
    epoch++;
  }

  synchronized void ending() {
    wanted = false;
    epoch++;
  }

  synchronized NodeProcess process() {
    return process;
  }
}
