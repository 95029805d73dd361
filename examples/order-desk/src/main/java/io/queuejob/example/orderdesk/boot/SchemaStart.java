package io.queuejob.example.orderdesk.boot;

import io.queuejob.example.orderdesk.stock.Catalogue;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes what is missing in the database: tables on the first start, nothing on later ones. */
@Singleton
@Startup
public class SchemaStart {
  // Two nodes that start at once: CREATE … IF NOT EXISTS alone would let one of them fail.
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('order_desk'))";

  /** Parameters: article, place, name, price, stock. Leaves what is there as it is. */
  private static final String STOCK =
      """
      INSERT INTO order_desk.stock_item (sku, position, name, price, available)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT (sku) DO NOTHING""";

  @Resource(lookup = "jdbc/queue")
  private DataSource dataSource;

  @PostConstruct
  void create() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(LOCK);
      statement.execute(schema());
      fillCatalogue(connection);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(
          "The tables of order-desk could not be made through the data source jdbc/queue: "
              + e.getMessage()
              + "; the role needs the right to create a schema, or its owner to run schema.sql",
          e);
    }
  }

  private static void fillCatalogue(Connection connection) throws SQLException {
    List<Catalogue.Article> articles = Catalogue.ARTICLES;
    try (PreparedStatement insert = connection.prepareStatement(STOCK)) {
      for (int i = 0; i < articles.size(); i++) {
        Catalogue.Article article = articles.get(i);
        insert.setString(1, article.sku());
        insert.setInt(2, i + 1);
        insert.setString(3, article.name());
        insert.setBigDecimal(4, article.price());
        insert.setLong(5, article.initial());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String schema() throws IOException {
    try (InputStream file = SchemaStart.class.getResourceAsStream("schema.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
