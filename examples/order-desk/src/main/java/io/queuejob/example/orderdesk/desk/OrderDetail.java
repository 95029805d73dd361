package io.queuejob.example.orderdesk.desk;

import java.time.Instant;
import java.util.List;

/**
 * An order with all its lines.
 *
 * @param id the order's number
 * @param customer who ordered
 * @param placed when
 * @param lines what was ordered
 * @param effects what was done for it
 * @param problem why its stock could not be reserved; null if nothing failed
 */
public record OrderDetail(
    long id, String customer, Instant placed, List<Line> lines, Effects effects, String problem) {

  /**
   * One ordered article.
   *
   * @param sku number of the article
   * @param quantity ordered pieces
   */
  public record Line(String sku, int quantity) {}
}
