package io.queuejob.example.orderdesk.data;

import io.queuejob.example.orderdesk.stock.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes the sample file {@code data/orders-1000.csv}: the same file each time, since the seed is
 * fixed and {@link Random} is specified to the bit.
 */
public final class OrderFileGenerator {
  /** Where the sample lies, from the module's folder. */
  static final Path FILE = Path.of("data", "orders-1000.csv");

  private static final long SEED = 20_260_401L;
  private static final int ORDERS = 1_000;
  private static final int MAX_LINES = 12;

  // One order of twelve wants something that runs out.
  private static final int SCARCE_ONE_OF = 12;

  private final Random random = new Random(SEED);
  private final CsvWriter csv = new CsvWriter();
  private final List<String> plenty = new ArrayList<>();
  private final List<String> scarce = new ArrayList<>();

  private OrderFileGenerator() {
    for (Catalogue.Article article : Catalogue.ARTICLES) {
      (Catalogue.SCARCE.containsKey(article.sku()) ? scarce : plenty).add(article.sku());
    }
  }

  /** Writes the file, from the module's folder or to the path that is the first argument. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(arguments.length > 0 ? Path.of(arguments[0]) : FILE, generate());
  }

  /** The file's text. */
  static String generate() {
    return new OrderFileGenerator().file();
  }

  private String file() {
    csv.row(OrderFile.HEADER.split(",", -1));
    for (int number = 1; number <= ORDERS; number++) {
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
