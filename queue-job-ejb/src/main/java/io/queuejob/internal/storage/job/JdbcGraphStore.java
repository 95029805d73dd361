package io.queuejob.internal.storage.job;

import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.storage.JoinedDatabase;
import java.util.Objects;

/** Writes graphs by plain JDBC, in the transaction of the thread. */
public final class JdbcGraphStore implements GraphStore {
  private final JoinedDatabase database;

  public JdbcGraphStore(JoinedDatabase database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  @Override
  public StoredGraph store(GraphRequest request) {
    return database.run(
        "store " + request.entries().size() + " jobs",
        statements -> {
          if (statements.standAlone()) {
            throw new IllegalStateException(
                "expected a connection that takes part in the transaction, found one that does"
                    + " not");
          }
          GraphWriting writing = new GraphWriting(statements);
          KeyedMembers keyed =
              new KeyedMembers(
                  request.entries(),
                  entry ->
                      KeyedInsert.insert(
                          statements, entry.job(), entry.functionId(), KeyedInsert.Place.ALONE));
          return new GraphRows(request, writing, keyed).write();
        });
  }
}
