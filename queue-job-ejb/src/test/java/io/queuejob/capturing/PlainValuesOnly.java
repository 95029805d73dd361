package io.queuejob.capturing;

import io.queuejob.spi.EntityLoader;

/** The loader of an application without entities. */
final class PlainValuesOnly implements EntityLoader {

  @Override
  public boolean isEntity(Class<?> type) {
    return false;
  }

  @Override
  public Object idOf(Object entity) {
    throw new IllegalStateException("expected no entity, found " + entity);
  }

  @Override
  public Class<?> idType(Class<?> entityClass) {
    throw new IllegalStateException("expected no entity class, found " + entityClass);
  }

  @Override
  public <T> T load(Class<T> entityClass, Object id) {
    throw new IllegalStateException("expected no entity class, found " + entityClass);
  }
}
