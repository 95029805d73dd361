package io.queuejob.web.job.graph;

import java.util.List;

/**
 * A picture ready to be written.
 *
 * @param width in units of the picture, which are pixels unless zoomed
 * @param height in the same
 * @param places boxes and where they stand, layer by layer
 * @param lines who waits for whom
 * @param jobs how many jobs it shows
 * @param truncated whether there are more
 * @param hidden how many are left out, since the reader may not see them
 */
public record Drawing(
    int width,
    int height,
    List<Place> places,
    List<Line> lines,
    int jobs,
    boolean truncated,
    int hidden) {
  static final int BOX_WIDTH = 208;
  static final int BOX_HEIGHT = 46;

  public Drawing {
    places = List.copyOf(places);
    lines = List.copyOf(lines);
  }

  /**
   * A box at its place.
   *
   * @param box what it shows
   * @param x left edge
   * @param y upper edge
   * @param waitsFor boxes that it still waits for
   */
  public record Place(Box box, int x, int y, int waitsFor) {}

  /** From the right edge of one box to the left edge of another; open while it is waited for. */
  public record Line(Place from, Place to, boolean open) {}

  /** Whether there is more than one job to tell of. */
  public boolean isWorthIt() {
    return jobs + hidden > 1;
  }
}
