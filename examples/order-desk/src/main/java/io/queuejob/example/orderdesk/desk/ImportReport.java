package io.queuejob.example.orderdesk.desk;

import io.queuejob.example.orderdesk.data.RejectedLine;
import java.util.List;

/**
 * What became of a file.
 *
 * @param orders number of orders placed
 * @param firstId number of the first of them; null if there is none
 * @param lastId number of the last of them; null if there is none
 * @param rejected the lines whose orders were not placed, in the order of the file
 */
public record ImportReport(int orders, Long firstId, Long lastId, List<RejectedLine> rejected) {

  static ImportReport of(List<Long> ids, List<RejectedLine> rejected) {
    Long first = ids.isEmpty() ? null : ids.get(0);
    Long last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
    return new ImportReport(ids.size(), first, last, rejected);
  }
}
