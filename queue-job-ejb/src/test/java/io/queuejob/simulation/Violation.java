package io.queuejob.simulation;

/** Something that must hold does not. */
final class Violation extends Error {
  private static final long serialVersionUID = 1L;
  private final Invariant invariant;

  Violation(Invariant invariant, String found) {
    super(invariant + ": " + found, null, false, false);
    this.invariant = invariant;
  }

  Invariant invariant() {
    return invariant;
  }
}
