package io.queuejob.simulation;

/** What must hold. */
enum Invariant {
  /** A job's effects are committed at most once, and never after it was cancelled. */
  EFFECTS_ONCE,
  /** What a channel's row counts is what the nodes' rows hold together, never negative. */
  HELD_IS_WHAT_NODES_HOLD,
  /** No more is held than the largest capacity of late. */
  HELD_WITHIN_CAPACITY,
  /** No more run in a subtree, over all live nodes, than its capacity when they start. */
  RUNNING_WITHIN_CAPACITY,
  /** No two live nodes run the same job. */
  ONE_OWNER,
  /** Who is gone takes nothing and starts nothing. */
  GONE_NODES_TAKE_NOTHING,
  /** A claimed job belongs to a claim of a node. */
  CLAIMED_JOBS_HAVE_A_CLAIM,
  /** A node believes to hold no more slots than its rows say, and uses no more. */
  SLOTS_ARE_IN_THE_ROWS,
  /** In the end every job is over, exactly once. */
  ALL_DONE,
  /** In the end nothing is held by who is gone, nor slots by who has no work. */
  NOTHING_LEFT_BEHIND,
  /** A node whose session lives is never recovered, unless it is frozen. */
  THE_LIVING_ARE_LEFT_ALONE,
  /** Every node that is hungry gets to run. */
  NOBODY_STARVES
}
