package io.queuejob.internal.boot;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.api.error.StorageException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SupportedDatabaseTest {

  /** An object that answers these methods, and all others with null. */
  private static <T> T stub(Class<T> type, Map<String, Callable<?>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answers.getOrDefault(method.getName(), () -> null).call()));
  }

  private static DataSource of(String product, String version, int major) {
    DatabaseMetaData facts =
        stub(
            DatabaseMetaData.class,
            Map.of(
                "getDatabaseProductName", () -> product,
                "getDatabaseProductVersion", () -> version,
                "getDatabaseMajorVersion", () -> major));
    Connection connection = stub(Connection.class, Map.of("getMetaData", () -> facts));
    return stub(DataSource.class, Map.of("getConnection", () -> connection));
  }

  private static void check(DataSource dataSource) {
    SupportedDatabase.check(dataSource, "jdbc/shop");
  }

  @Test
  void postgresql_from_14_on_is_taken() {
    assertThatNoException().isThrownBy(() -> check(of("PostgreSQL", "14.0", 14)));
    assertThatNoException().isThrownBy(() -> check(of("PostgreSQL", "18.1", 18)));
  }

  @Test
  void another_product_is_named_with_the_cure() {
    assertThatThrownBy(() -> check(of("H2", "2.2.224 (2023-09-17)", 2)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "QJ6008 expected PostgreSQL 14 or newer at jdbc/shop, found H2 2.2.224 (2023-09-17);"
                + " set queue-job.datasource (QUEUE_JOB_DATASOURCE) to the JTA data source of your"
                + " PostgreSQL");
    assertThatThrownBy(() -> check(of("H2", "14.1", 14))).hasMessageContaining("found H2 14.1");
  }

  @Test
  void an_old_version_is_named() {
    assertThatThrownBy(() -> check(of("PostgreSQL", "13.22", 13)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("QJ6008 expected PostgreSQL 14")
        .hasMessageContaining("found PostgreSQL 13.22;");
  }

  @Test
  void a_database_that_is_away_is_no_question_of_its_schema() {
    DataSource closed =
        stub(
            DataSource.class,
            Map.of(
                "getConnection",
                () -> {
                  throw new SQLException("Connection refused");
                }));
    assertThatThrownBy(() -> check(closed))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("QJ6009 expected a connection from data source jdbc/shop")
        .hasMessageContaining("Connection refused");
  }
}
