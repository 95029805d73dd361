package io.queuejob.admin.search;

/**
 * A filter under a name.
 *
 * @param id number
 * @param name for people
 * @param address the query part of the page's address, beginning with {@code ?}
 * @param shared whether everybody sees it
 * @param createdBy who saved it
 */
public record SavedView(long id, String name, String address, boolean shared, String createdBy) {}
