package io.queuejob.example.orderdesk.order;

/**
 * One wanted article, unchecked.
 *
 * @param sku the article's number; null if none was given
 * @param quantity wanted pieces
 */
public record DraftLine(String sku, int quantity) {}
