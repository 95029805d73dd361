package io.queuejob.web.overview.chart;

import java.util.List;

/**
 * A chart as a page draws it.
 *
 * @param name key of its texts
 * @param box what the drawing's viewBox says
 * @param marks words beside the scale, from above to below
 * @param grid heights of the lines behind the drawing
 * @param series what is drawn
 */
public record Figure(
    String name, String box, List<String> marks, List<Double> grid, List<Series> series) {
  public Figure {
    marks = List.copyOf(marks);
    grid = List.copyOf(grid);
    series = List.copyOf(series);
  }

  /** Right end of the lines behind the drawing. */
  public String width() {
    return box.split(" ")[2];
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return series.stream().allMatch(one -> one.path().isEmpty());
  }

  /**
   * One row of values.
   *
   * @param name key of its text, and of its colour
   * @param path where it runs
   */
  public record Series(String name, String path) {}
}
