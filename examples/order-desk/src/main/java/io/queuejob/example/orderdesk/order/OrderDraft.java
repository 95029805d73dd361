package io.queuejob.example.orderdesk.order;

import java.util.List;

/**
 * A wanted order, unchecked.
 *
 * @param customer who orders; null if nobody was named
 * @param lines the wanted articles; null if none were given
 */
public record OrderDraft(String customer, List<DraftLine> lines) {}
