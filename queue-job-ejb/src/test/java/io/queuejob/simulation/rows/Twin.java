package io.queuejob.simulation.rows;

/** Named ways of breaking the engine, which the simulation must find. */
public enum Twin {
  /** The engine as it is. */
  NONE,
  /** A completion names the job alone, not the claim's token. */
  COMPLETION_WITHOUT_TOKEN,
  /** Giving back frees the channel's slots twice. */
  SLOT_FREED_TWICE,
  /** A claim does not lock its node's row where it is alive. */
  CLAIM_WITHOUT_FENCE,
  /** A node whose heartbeat is late counts as dead although its session lives. */
  RECOVERY_BY_AGE,
  /** A node takes any answer for a confirmation of its membership. */
  STALE_MEMBERSHIP_TRUSTED,
  /**
   * Giving back is repeated after a lost reply, and does not ask whether the node holds as many.
   */
  GIVE_BACK_BEYOND_HELD
}
