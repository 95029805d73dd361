package io.queuejob.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private final AtomicInteger ran = new AtomicInteger();

  @Test
  void a_connection_that_joins_with_its_first_statement_takes_part() throws SQLException {
    assertThat(new Statements(connection(1)).standAlone()).isFalse();
  }

  @Test
  void a_connection_that_never_joins_stands_alone() throws SQLException {
    assertThat(new Statements(connection(Integer.MAX_VALUE)).standAlone()).isTrue();
  }

  @Test
  void a_connection_that_has_joined_is_asked_nothing() throws SQLException {
    assertThat(new Statements(connection(0)).standAlone()).isFalse();
    assertThat(ran).hasValue(0);
  }

  /** Says that it commits by itself until so many statements ran. */
  private Connection connection(int joinsAfter) {
    return answering(
        Connection.class,
        (proxy, method, arguments) ->
            method.getName().equals("getAutoCommit") ? ran.get() < joinsAfter : statement());
  }

  private PreparedStatement statement() {
    return answering(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          boolean query = method.getName().equals("executeQuery");
          return query ? noRows(ran.incrementAndGet()) : null;
        });
  }

  private static ResultSet noRows(int number) {
    assertThat(number).isPositive();
    return answering(
        ResultSet.class,
        (proxy, method, arguments) -> method.getName().equals("next") ? Boolean.FALSE : null);
  }

  private static <T> T answering(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
