package io.queuejob.example.orderdesk.desk;

import io.queuejob.example.orderdesk.data.FileOrder;
import io.queuejob.example.orderdesk.data.OrderFile;
import io.queuejob.example.orderdesk.data.RejectedLine;
import io.queuejob.example.orderdesk.problem.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places the orders of a file, each in a transaction of its own. */
// Not transactional itself: then each call of the service begins and commits one.
@ApplicationScoped
public class OrderImport {
  private static final Logger LOG = System.getLogger(OrderImport.class.getName());

  @Inject private OrderService orders;

  /**
   * Places every order of the file that can be placed.
   *
   * @return what was placed, and which lines were not and why
   */
  public ImportReport place(OrderFile file) {
    List<Long> placed = new ArrayList<>();
    List<RejectedLine> rejected = new ArrayList<>(file.rejected());
    for (FileOrder order : file.orders()) {
      try {
        placed.add(orders.place(order.draft()));
      } catch (Rejection e) {
        rejected.add(new RejectedLine(order.line(), order.reference(), e.sentence()));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Order " + order.reference() + " of the file was not placed", e);
        rejected.add(new RejectedLine(order.line(), order.reference(), "not placed: " + e));
      }
    }
    rejected.sort(Comparator.comparingInt(RejectedLine::line));
    return ImportReport.of(placed, rejected);
  }
}
