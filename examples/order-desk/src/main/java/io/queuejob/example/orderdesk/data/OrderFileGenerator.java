package io.queuejob.example.orderdesk.data;

import io.queuejob.example.orderdesk.problem.WholeNumber;
import io.queuejob.example.orderdesk.stock.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes order files, such as the sample {@code data/orders-1000.csv}: the same file each time for
 * the same seed, since {@link Random} is specified to the bit.
 */
public final class OrderFileGenerator {
  /** Most orders of a file. */
  public static final int MAX_ORDERS = 100_000;

  /** Where the sample lies, from the module's folder. */
  static final Path FILE = Path.of("data", "orders-1000.csv");

  /** Seed of the sample. */
  public static final long SEED = 20_260_401L;

  private static final int ORDERS = 1_000;
  private static final int MAX_LINES = 12;

  // One order of twelve wants something that runs out.
  private static final int SCARCE_ONE_OF = 12;

  private final Random random;
  private final CsvWriter csv = new CsvWriter();
  private final List<String> plenty = new ArrayList<>();
  private final List<String> scarce = new ArrayList<>();

  private OrderFileGenerator(long seed) {
    random = new Random(seed);
    for (Catalogue.Article article : Catalogue.ARTICLES) {
      (Catalogue.SCARCE.containsKey(article.sku()) ? scarce : plenty).add(article.sku());
    }
  }

  /**
   * Writes the sample from the module's folder; with arguments, a file of its own.
   *
   * @param arguments none, or: path, number of orders, seed
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      Files.writeString(FILE, generate());
    } else if (arguments.length == 3) {
      Files.writeString(
          Path.of(arguments[0]),
          generate(
              WholeNumber.parse("orders", arguments[1], 1, MAX_ORDERS),
              Long.parseLong(arguments[2])));
    } else {
      System.err.println("expected nothing, or: path, number of orders, seed");
    }
  }

  /** The sample's text. */
  static String generate() {
    return generate(ORDERS, SEED);
  }

  /** A file's text. */
  public static String generate(int orders, long seed) {
    return new OrderFileGenerator(seed).file(orders);
  }

  private String file(int orders) {
    csv.row(OrderFile.HEADER.split(",", -1));
    for (int number = 1; number <= orders; number++) {
      order("R-%04d".formatted(number), CustomerNames.next(random));
    }
    return csv.toString();
  }

  private void order(String reference, String customer) {
    List<String> articles = new ArrayList<>(plenty);
    Collections.shuffle(articles, random);
    // The smaller of two throws: short orders are more common than long ones.
    int lines = 1 + Math.min(random.nextInt(MAX_LINES), random.nextInt(MAX_LINES));
    int scarceLine = random.nextInt(SCARCE_ONE_OF) == 0 ? random.nextInt(lines) : -1;
    for (int line = 0; line < lines; line++) {
      if (line == scarceLine) {
        String sku = scarce.get(random.nextInt(scarce.size()));
        csv.row(reference, customer, sku, String.valueOf(1 + random.nextInt(3)));
      } else {
        csv.row(reference, customer, articles.get(line), String.valueOf(1 + random.nextInt(9)));
      }
    }
  }
}
