package io.queuejob.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private final Deque<String> transactions = new ArrayDeque<>();

  @Test
  void a_handle_that_denies_its_transaction_takes_part_if_the_database_says_so()
      throws SQLException {
    transactions.addAll(List.of("731", "731"));

    assertThat(new Statements(connection(true)).standAlone()).isFalse();
  }

  @Test
  void a_connection_whose_statements_are_transactions_of_their_own_stands_alone()
      throws SQLException {
    transactions.addAll(List.of("731", "732"));

    assertThat(new Statements(connection(true)).standAlone()).isTrue();
  }

  @Test
  void the_database_is_not_asked_where_the_connection_knows() throws SQLException {
    assertThat(new Statements(connection(false)).standAlone()).isFalse();
  }

  private Connection connection(boolean autoCommit) {
    return answering(
        Connection.class,
        (proxy, method, arguments) ->
            method.getName().equals("getAutoCommit") ? autoCommit : statement());
  }

  private PreparedStatement statement() {
    return answering(
        PreparedStatement.class,
        (proxy, method, arguments) ->
            method.getName().equals("executeQuery") ? row(new ArrayDeque<>(List.of(1))) : null);
  }

  private ResultSet row(Deque<Integer> rows) {
    return answering(
        ResultSet.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "next" -> rows.poll() != null;
              case "getString" -> transactions.remove();
              default -> null;
            });
  }

  private static <T> T answering(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
