package io.queuejob.benchmark.war;

import io.queuejob.benchmark.table.PlainTable;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The baseline inside a server: managed threads, each claims a batch, then runs each job in one JTA
 * transaction of one business write and one guarded completion.
 */
@WebServlet("/jta")
public class JtaLoop extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final AtomicLong TOKENS = new AtomicLong();

  @Resource(lookup = "jdbc/queue")
  private transient DataSource dataSource;

  @Resource private transient UserTransaction transaction;
  @Resource private transient ManagedExecutorService threads;

  /** Runs all that waits in the plain table with so many {@code workers}. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int workers = Integer.parseInt(request.getParameter("workers"));
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      all.add(threads.submit(this::work));
    }
    int jobs = 0;
    try {
      for (Future<Integer> one : all) {
        jobs += one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    response.setContentType("text/plain");
    response.getWriter().print(jobs);
  }

  private int work() throws Exception {
    long token = TOKENS.incrementAndGet();
    int done = 0;
    for (List<PlainTable.Job> batch = claim(token); !batch.isEmpty(); batch = claim(token)) {
      for (PlainTable.Job job : batch) {
        run(job, token);
        done++;
      }
    }
    return done;
  }

  private List<PlainTable.Job> claim(long token) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return PlainTable.claim(connection, token);
    }
  }

  private void run(PlainTable.Job job, long token) throws Exception {
    transaction.begin();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write = connection.prepareStatement(ServerEffect.WRITE);
        PreparedStatement complete = connection.prepareStatement(PlainTable.COMPLETE)) {
      write.setString(1, job.name());
      write.executeUpdate();
      complete.setLong(1, job.id());
      complete.setLong(2, token);
      if (complete.executeUpdate() != 1) {
        throw new SQLException("job " + job.id() + ": its claim was lost");
      }
    }
    transaction.commit();
  }
}
