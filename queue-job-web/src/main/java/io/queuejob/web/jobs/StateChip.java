package io.queuejob.web.jobs;

import io.queuejob.web.StateWord;
import io.queuejob.web.language.Figures;

/**
 * A state as a switch of the filter.
 *
 * @param state the state
 * @param count jobs in it, cut at the engine's greatest count; null while unknown
 * @param pressed whether it is chosen
 * @param address where a click leads
 */
public record StateChip(StateWord state, Long count, boolean pressed, String address) {
  private static final long CUT = 100_000;

  /** The count for people: with a plus where the engine stopped counting, empty while unknown. */
  public String countText() {
    if (count == null) {
      return "";
    }
    return count >= CUT ? Figures.whole(CUT) + "+" : Figures.whole(count);
  }
}
