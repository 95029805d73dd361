package io.queuejob.example.orderdesk.intake;

import io.queuejob.example.orderdesk.data.Chunks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Rows of intakes, written in the transaction of the caller. */
@ApplicationScoped
public class IntakeRows {
  /** Parameters: name, text, rows of a chunk. */
  private static final String RECEIVE =
      """
      INSERT INTO order_desk.intake (name, text, rows_of_chunk) VALUES (?1, ?2, ?3)
      RETURNING id""";

  /** Parameter: intake. */
  private static final String RECEIVED =
      "SELECT name, text, rows_of_chunk FROM order_desk.intake WHERE id = ?1";

  /** Parameters: intake, number of chunks. */
  private static final String CUT = "UPDATE order_desk.intake SET chunks = ?2 WHERE id = ?1";

  /** Parameters: intake, number, first line, last line, text. */
  private static final String ADD_CHUNK =
      """
      INSERT INTO order_desk.intake_chunk (intake_id, number, first_line, last_line, text)
      VALUES (?1, ?2, ?3, ?4, ?5)""";

  /** Parameters: intake, number. */
  private static final String PART =
      "SELECT text, first_line FROM order_desk.intake_chunk WHERE intake_id = ?1 AND number = ?2";

  /** Parameters: intake, number. */
  private static final String PLACED_CHUNK =
      """
      UPDATE order_desk.intake_chunk SET placed_at = clock_timestamp()
      WHERE intake_id = ?1 AND number = ?2""";

  /** Parameters: intake, line, reference, order, reason. */
  private static final String LINE =
      """
      INSERT INTO order_desk.intake_line (intake_id, line, reference, order_id, reason)
      VALUES (?1, ?2, CAST(?3 AS text), CAST(NULLIF(?4, '') AS bigint), NULLIF(?5, ''))""";

  /** Parameter: intake. */
  private static final String FINISH =
      """
      UPDATE order_desk.intake i SET finished_at = clock_timestamp(),
        orders = (SELECT count(order_id) FROM order_desk.intake_line l WHERE l.intake_id = i.id),
        rejected = (SELECT count(reason) FROM order_desk.intake_line l WHERE l.intake_id = i.id)
      WHERE id = ?1""";

  @Inject private EntityManager em;

  /** A file as it came: its name, its text, and the least rows of a chunk. */
  record Received(String name, String text, int rowsOfChunk) {}

  /** The rows of a chunk, and the number of their first line. */
  record Part(String text, int firstLine) {}

  long receive(String name, String text, int rowsOfChunk) {
    return number(query(RECEIVE, name, text, rowsOfChunk).getSingleResult());
  }

  Received received(long intake) {
    Object[] row = (Object[]) query(RECEIVED, intake).getSingleResult();
    return new Received((String) row[0], (String) row[1], (int) number(row[2]));
  }

  void cut(long intake, int chunks) {
    query(CUT, intake, chunks).executeUpdate();
  }

  void addChunk(long intake, int number, Chunks.Chunk chunk) {
    query(ADD_CHUNK, intake, number, chunk.firstLine(), chunk.lastLine(), chunk.text())
        .executeUpdate();
  }

  Part part(long intake, int number) {
    Object[] row = (Object[]) query(PART, intake, number).getSingleResult();
    return new Part((String) row[0], (int) number(row[1]));
  }

  void placedChunk(long intake, int number) {
    query(PLACED_CHUNK, intake, number).executeUpdate();
  }

  void placed(long intake, int line, String reference, long order) {
    query(LINE, intake, line, reference, String.valueOf(order), "").executeUpdate();
  }

  void rejected(long intake, int line, String reference, String reason) {
    query(LINE, intake, line, reference, "", reason).executeUpdate();
  }

  void finish(long intake) {
    query(FINISH, intake).executeUpdate();
  }

  private Query query(String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
