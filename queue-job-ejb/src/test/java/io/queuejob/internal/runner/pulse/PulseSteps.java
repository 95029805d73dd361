package io.queuejob.internal.runner.pulse;

/** A node's pulse, driven from outside turn by turn. */
public final class PulseSteps {
  private final PulseLoop loop;

  public PulseSteps(PulseLoop loop) {
    this.loop = loop;
  }

  /** What the loop does before its first turn. */
  public void open() {
    loop.open();
  }

  /** Nanoseconds until the loop would act; 0 or less: now. */
  public long left() {
    return loop.rhythm.left(loop.recovery, loop.publisher);
  }

  /** One turn; call it only when nothing is left to wait for. */
  public void turn() {
    if (left() <= 0 && loop.rhythm.await(loop.recovery, loop.publisher)) {
      loop.turn();
    }
  }

  public Membership membership() {
    return loop.membership();
  }
}
