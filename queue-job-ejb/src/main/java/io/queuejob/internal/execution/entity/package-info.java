/**
 * Entities of the application: how references to them are made and resolved where the application
 * does not bring an {@link io.queuejob.spi.EntityLoader} of its own. Needs an {@code EntityManager}
 * that the application produces as a bean; without one the error shows the lines to add.
 */
package io.queuejob.internal.execution.entity;
