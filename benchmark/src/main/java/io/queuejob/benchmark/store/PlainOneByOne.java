package io.queuejob.benchmark.store;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain JDBC, its jobs stored by one insert and one commit each. */
final class PlainOneByOne implements Contestant {
  private final PlainTable table;
  private final PlainJdbc plain;
  private final DataSource pool;

  PlainOneByOne(PlainTable table, PlainJdbc plain, DataSource pool) {
    this.table = table;
    this.plain = plain;
    this.pool = pool;
  }

  @Override
  public String name() {
    return "plain JDBC, stored one by one";
  }

  @Override
  public void fill(int jobs) throws SQLException {
    table.fillOneByOne(pool, jobs);
  }

  @Override
  public void drain(int jobs) throws Exception {
    plain.drain(jobs);
  }

  @Override
  public String lastCompletion() {
    return plain.lastCompletion();
  }
}
