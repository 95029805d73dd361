package io.queuejob.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of a database that are registered and hold their lock: other sessions are nobody's
 * node.
 */
final class LiveNodes {

  private static final String HAS_NODES = "SELECT to_regclass('queue_job.node') IS NOT NULL";

  // an advisory lock on a bigint shows as its high half in classid, its low half in objid, and 1
  private static final String OTHERS =
      """
      SELECT n.name
      FROM queue_job.node n
      WHERE n.state = 'alive' AND n.name <> ?
        AND EXISTS (
          SELECT 1 FROM pg_locks l
          WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND l.classid = ((n.lock_key >> 32) & 4294967295)::oid
            AND l.objid = (n.lock_key & 4294967295)::oid)
      ORDER BY n.name
      """;

  private LiveNodes() {}

  /** The names of all but one; none if the database has never seen a node. */
  static List<String> others(Connection connection, String own) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet known = statement.executeQuery(HAS_NODES)) {
      known.next();
      if (!known.getBoolean(1)) {
        return List.of();
      }
    }
    var names = new ArrayList<String>();
    try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
      statement.setString(1, own);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
