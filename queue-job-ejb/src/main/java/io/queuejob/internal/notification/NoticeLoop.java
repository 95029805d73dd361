package io.queuejob.internal.notification;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes a turn every few seconds; a turn that fails is logged and taken again. */
public final class NoticeLoop implements Runnable {
  private static final Logger LOG = System.getLogger(NoticeLoop.class.getName());
  private static final int TURNS_OF_A_BEAT = 10;

  private final NoticeTurn turn;
  private final Supplier<String> node;
  private final Duration pause;
  private final CountDownLatch stop = new CountDownLatch(1);
  private boolean failing;

  /**
   * A loop that is not started.
   *
   * @param node name of this node
   * @param pause between two turns
   */
  public NoticeLoop(NoticeTurn turn, Supplier<String> node, Duration pause) {
    this.turn = turn;
    this.node = node;
    this.pause = pause;
  }

  @Override
  public void run() {
    try {
      int turns = 0;
      do {
        take(turns++ % TURNS_OF_A_BEAT == 0);
      } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(boolean beat) throws InterruptedException {
    try {
      if (beat) {
        turn.beat(node.get());
      }
      turn.run();
      failing = false;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "QJ7403 messages about failed jobs could not be looked after, trying again in some"
              + " seconds: {0}",
          e.getMessage());
      failing = true;
    }
  }

  /** Takes no further turn. */
  public void stop() {
    stop.countDown();
  }
}
