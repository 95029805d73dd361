package io.queuejob.example.orderdesk.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the shop sells, and what it has on the first day. */
public final class Catalogue {
  /** First stock of most articles. */
  public static final long PLENTY = 100_000;

  /** First stock of the articles that run out while the sample file is worked off. */
  public static final Map<String, Long> SCARCE = Map.of("A-7", 5L, "A-13", 20L, "A-19", 40L);

  /** All articles. */
  public static final List<Article> ARTICLES =
      List.of(
          article("A-1", "Notebook, squared", "3.20"),
          article("A-2", "Fountain pen", "24.90"),
          article("A-3", "Ink, royal blue", "5.50"),
          article("A-4", "Pencil, HB", "0.90"),
          article("A-5", "Eraser", "1.10"),
          article("A-6", "Desk lamp", "49.00"),
          article("A-7", "Brass compass, limited", "129.00"),
          article("A-8", "Ruler, 30 cm", "2.40"),
          article("A-9", "Folder, A4", "1.80"),
          article("A-10", "Paper, 500 sheets", "6.90"),
          article("A-11", "Stapler", "12.50"),
          article("A-12", "Staples, 1,000", "1.60"),
          article("A-13", "Globe, hand-made", "89.00"),
          article("A-14", "Scissors", "7.30"),
          article("A-15", "Glue stick", "2.10"),
          article("A-16", "Wall calendar", "14.00"),
          article("A-17", "Envelopes, 50", "4.40"),
          article("A-18", "Whiteboard marker", "2.90"),
          article("A-19", "Sealing wax set", "18.50"),
          article("A-20", "Paper clips, 100", "1.30"));

  private Catalogue() {}

  private static Article article(String sku, String name, String price) {
    return new Article(sku, name, new BigDecimal(price), SCARCE.getOrDefault(sku, PLENTY));
  }

  /**
   * One article.
   *
   * @param sku number of the article
   * @param name its name
   * @param price of one piece, in euros
   * @param initial pieces in stock on the first day
   */
  public record Article(String sku, String name, BigDecimal price, long initial) {}
}
