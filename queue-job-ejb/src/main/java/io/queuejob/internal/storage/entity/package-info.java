/**
 * The JPA mapping and queries of what people look at. It only reads; no entity leaves it. A
 * database error becomes a {@link io.queuejob.api.error.StorageException}.
 */
package io.queuejob.internal.storage.entity;
