package io.queuejob.testkit;

import io.queuejob.spi.EntityLoader;

/** A loader for tests without entities. */
public final class NoEntities implements EntityLoader {
  @Override
  public boolean isEntity(Class<?> type) {
    return false;
  }

  @Override
  public Object idOf(Object entity) {
    throw new UnsupportedOperationException("no entities in this test");
  }

  @Override
  public Class<?> idType(Class<?> entityClass) {
    throw new UnsupportedOperationException("no entities in this test");
  }

  @Override
  public <T> T load(Class<T> entityClass, Object id) {
    throw new UnsupportedOperationException("no entities in this test");
  }
}
