package io.queuejob.example.orderdesk.ledger;

/**
 * Figures over ledger rows.
 *
 * @param rows how many effects
 * @param distinctJobs how many jobs caused them; fewer than rows means an effect happened twice
 * @param maxConcurrent most effects under way at one instant, by their intervals [began, ended)
 */
public record LedgerSummary(long rows, long distinctJobs, long maxConcurrent) {}
