package io.queuejob.simulation.chance;

/** Rare paths that a run must have reached. */
public enum Sometimes {
  LATE_COMMIT_REFUSED,
  SLOT_RECLAIMED,
  LOST_CLAIM_RETURNED,
  RESCUE_RACED,
  NODE_REJOINED,
  FROZEN_NODE_EVICTED,
  JOB_PUT_BACK,
  SESSION_LOST_AND_KEPT,
  CANCELLED_WHILE_HELD
}
