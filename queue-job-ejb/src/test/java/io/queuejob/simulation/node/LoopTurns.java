package io.queuejob.simulation.node;

/** The turns of one loop of a node. */
final class LoopTurns {
  private static final int LAG_MICROS = 300;

  private final Scene scene;
  private final VirtualNode node;
  private final Runnable turn;
  private long planned = Long.MAX_VALUE;
  private boolean busy;

  LoopTurns(Scene scene, VirtualNode node, Runnable turn) {
    this.scene = scene;
    this.node = node;
    this.turn = turn;
  }

  /** It is due in so long, or earlier. */
  void dueIn(long nanos) {
    if (busy) {
      return;
    }
    long at = scene.clock.now() + Math.max(0, nanos);
    if (at + LAG_MICROS * 1000 < planned) {
      planned = at + scene.random.nextInt(LAG_MICROS) * 1000L;
      long mine = planned;
      scene.clock.at(mine, () -> fire(mine));
    }
  }

  private void fire(long mine) {
    if (mine != planned || busy) {
      return;
    }
    planned = Long.MAX_VALUE;
    if (node.isFrozen()) {
      dueIn(node.frozenFor());
      return;
    }
    busy = true;
    node.act(turn);
    busy = false;
    node.plan(true);
  }
}
