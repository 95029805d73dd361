package io.queuejob.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session that ended is opened anew, however the server's pool says so. */
class SessionTest {
  private final List<String> events = new ArrayList<>();
  private boolean dead;

  /** As Payara Micro wraps a driver's connection: its exceptions come as undeclared ones. */
  private Connection wrapped() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("isClosed")) {
                return false;
              }
              if (method.getName().equals("unwrap")) {
                throw new SQLException("hidden");
              }
              if (dead) {
                throw new InvocationTargetException(closed());
              }
              return method.getReturnType() == boolean.class ? true : null;
            });
  }

  private static SQLException closed() {
    return new SQLException("This connection has been closed.", "08003");
  }

  private final Session session =
      new Session(
          new Session.Source() {
            @Override
            public Connection open() {
              events.add("open");
              dead = false;
              return wrapped();
            }

            @Override
            public void giveBack(Connection connection, boolean broken) {
              events.add(broken ? "broken" : "back");
            }
          });

  private void works() {
    assertThat(session.<String>run("look", statements -> "fine")).isEqualTo("fine");
  }

  @Test
  void a_wrapped_error_of_a_lost_connection_opens_another() {
    works();
    assertThatThrownBy(
            () ->
                session.run(
                    "look",
                    statements -> {
                      throw new SQLException(
                          new UndeclaredThrowableException(
                              new InvocationTargetException(closed())));
                    }))
        .isInstanceOf(SqlFailure.class);
    works();
    assertThat(events).containsExactly("open", "broken", "open");
  }

  @Test
  void a_connection_that_cannot_even_be_asked_is_lost() {
    works();
    dead = true;
    assertThatThrownBy(
            () ->
                session.run(
                    "look",
                    statements -> {
                      throw new SQLException("no state");
                    }))
        .isInstanceOf(SqlFailure.class);
    works();
    assertThat(events).containsExactly("open", "broken", "open");
  }

  @Test
  void a_transaction_that_cannot_begin_on_a_dead_connection_opens_another() {
    works();
    dead = true;
    assertThatThrownBy(() -> session.transact("write", statements -> "never"))
        .isInstanceOf(UndeclaredThrowableException.class);
    assertThat(session.<String>transact("write", statements -> "fine")).isEqualTo("fine");
    assertThat(events).containsExactly("open", "broken", "open");
  }

  @Test
  void a_session_that_ends_in_a_transaction_is_reported_with_what_ended_it() {
    assertThatThrownBy(
            () ->
                session.transact(
                    "write",
                    statements -> {
                      dead = true;
                      throw new SQLException("terminating connection", "57P01");
                    }))
        .isInstanceOf(SqlFailure.class)
        .hasMessageContaining("[57P01] terminating connection");
    works();
    assertThat(events).containsExactly("open", "broken", "open");
  }

  @Test
  void an_error_of_the_work_keeps_the_session() {
    assertThatThrownBy(
            () ->
                session.run(
                    "look",
                    statements -> {
                      throw new IllegalStateException("own fault");
                    }))
        .isInstanceOf(IllegalStateException.class);
    works();
    assertThat(events).containsExactly("open");
  }
}
