package io.queuejob.example.orderdesk.intake;

import io.queuejob.example.orderdesk.data.RejectedLine;
import java.util.List;

/**
 * How far a file got.
 *
 * @param id number of the intake
 * @param name of the file
 * @param state cutting, placing or finished
 * @param chunks number of chunks; null before it is cut
 * @param placedChunks chunks whose orders are placed
 * @param orders orders placed; null before the report
 * @param rejected lines that were not accepted; null before the report
 * @param rejections the first of them
 * @param received when it came
 * @param finished when the report was written; null before
 */
public record IntakeReport(
    long id,
    String name,
    String state,
    Integer chunks,
    Integer placedChunks,
    Integer orders,
    Integer rejected,
    List<RejectedLine> rejections,
    String received,
    String finished) {}
