/**
 * The engine's persistence unit, made by code: a {@code META-INF/persistence.xml} in its jar would
 * be seen beside the application's, whose unnamed {@code @PersistenceContext} could then not tell
 * which is meant. Without a persistence provider the engine does not start and says so.
 */
package io.queuejob.internal.boot.persistence;
