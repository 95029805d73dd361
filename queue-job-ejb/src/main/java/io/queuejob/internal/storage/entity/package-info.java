/**
 * The JPA mapping: the entity that capture inserts, and what the admin's pages read. It takes part
 * in the caller's transaction, begins none, and no entity leaves it. A database error becomes a
 * {@link io.queuejob.api.error.StorageException}.
 */
package io.queuejob.internal.storage.entity;
