package io.queuejob.internal.storage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Binds a statement's parameters in the order of the text. */
final class Arguments {

  private Arguments() {}

  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bindOne(statement, i + 1, values[i]);
    }
  }

  private static void bindOne(PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(at, Types.NULL);
    } else if (value instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof List<?> list) {
      statement.setArray(at, array(statement.getConnection(), list));
    } else if (value instanceof Object[] array) {
      statement.setArray(at, statement.getConnection().createArrayOf(typeOf(array), array));
    } else {
      statement.setObject(at, value);
    }
  }

  /** By what the array is declared to hold, so that it may begin with null, or be empty. */
  private static String typeOf(Object[] array) {
    Class<?> type = array.getClass().getComponentType();
    if (type == Long.class) {
      return "int8";
    } else if (type == Integer.class) {
      return "int4";
    } else if (type == Boolean.class) {
      return "bool";
    }
    return type == UUID.class ? "uuid" : "text";
  }

  private static Array array(Connection connection, List<?> list) throws SQLException {
    Object first = list.isEmpty() ? null : list.get(0);
    String type = first instanceof Integer ? "int4" : first instanceof String ? "text" : "int8";
    return connection.createArrayOf(type, list.toArray());
  }
}
