package io.queuejob.spi;

/**
 * Turns entity arguments into references and back. The default uses the {@code EntityManager} that
 * the application produces as a CDI bean.
 */
public interface EntityLoader {

  /** Whether values of this class are passed by reference (class and id), not by value. */
  boolean isEntity(Class<?> type);

  /**
   * The id of an entity.
   *
   * @return its id, never null
   * @throws IllegalStateException if the entity has none yet (not persisted)
   */
  Object idOf(Object entity);

  /** The class of the id of an entity class, to which a stored id is bound. */
  Class<?> idType(Class<?> entityClass);

  /**
   * Loads an entity in the job's transaction.
   *
   * @return the entity; null if it no longer exists
   */
  <T> T load(Class<T> entityClass, Object id);
}
