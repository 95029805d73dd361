package io.queuejob.example.orderdesk.intake;

import static io.queuejob.api.JobGraph.group;

import io.queuejob.api.JobGraph;
import io.queuejob.api.JobQueue;
import io.queuejob.example.orderdesk.data.Chunks;
import io.queuejob.example.orderdesk.data.FileOrder;
import io.queuejob.example.orderdesk.data.OrderFile;
import io.queuejob.example.orderdesk.desk.OrderService;
import io.queuejob.example.orderdesk.order.OrderRules;
import io.queuejob.example.orderdesk.problem.Rejection;
import io.queuejob.example.orderdesk.stock.Shelf;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The jobs of an intake. Each commits with all that it wrote, so a file's order is placed once. */
@Stateless
public class Intake {
  static final int FIRST_PRIORITY = 100;
  static final String CHANNEL = "root.intake";

  @Inject private IntakeRows rows;
  @Inject private OrderService orders;
  @Inject private Shelf shelf;
  @Inject private JobQueue jobs;

  /** Cuts a file into chunks and delays a job for each, and the report for when all are done. */
  public void cut(long intake) {
    IntakeRows.Received file = rows.received(intake);
    List<Chunks.Chunk> chunks = Chunks.of(file.text(), file.rowsOfChunk());
    int digits = String.valueOf(chunks.size()).length();
    List<JobGraph> parts = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      int number = i + 1;
      rows.addChunk(intake, number, chunks.get(i));
      parts.add(
          jobs.delayable(Intake.class, job -> job.place(intake, number))
              .channel(CHANNEL)
              .priority(FIRST_PRIORITY + i)
              .description(
                  "Orders of %s, chunk %s of %d, %s"
                      .formatted(
                          file.name(),
                          ("%0" + digits + "d").formatted(number),
                          chunks.size(),
                          chunks.get(i).lines())));
    }
    rows.cut(intake, chunks.size());
    JobGraph report =
        jobs.delayable(Intake.class, job -> job.report(intake))
            .channel(CHANNEL)
            .description("Report of " + file.name());
    JobGraph all = parts.isEmpty() ? report : group(parts).onDone(report);
    all.delay();
  }

  /** Places the orders of a chunk; what breaks a rule is noted with its reason. */
  public void place(long intake, int number) {
    IntakeRows.Part part = rows.part(intake, number);
    OrderFile file = OrderFile.part(part.text(), part.firstLine());
    file.rejected()
        .forEach(line -> rows.rejected(intake, line.line(), line.order(), line.reason()));
    for (FileOrder order : file.orders()) {
      try {
        OrderRules.check(order.draft(), shelf.skus()::contains);
        long id = orders.place(order.draft());
        rows.placed(intake, order.line(), order.reference(), id);
      } catch (Rejection broken) {
        rows.rejected(intake, order.line(), order.reference(), broken.sentence());
      }
    }
    rows.placedChunk(intake, number);
  }

  /** Closes an intake: what was placed and what was not. */
  public void report(long intake) {
    rows.finish(intake);
  }
}
