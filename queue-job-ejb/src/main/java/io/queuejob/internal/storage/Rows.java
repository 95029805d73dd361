package io.queuejob.internal.storage;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Reads columns that may be null. */
public final class Rows {

  private Rows() {}

  /** Turns one row into a value. */
  @FunctionalInterface
  public interface Mapper<T> {
    /** The value of the row on which the result set stands. */
    T map(ResultSet row) throws SQLException;
  }

  /** An instant; null if the column is. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A whole number; null if the column is. */
  public static Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  /** The texts of an array; empty if the column is null. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
