package io.queuejob.internal.codec;

import io.queuejob.spi.EntityLoader;
import java.util.HashMap;
import java.util.Map;

/** An entity loader over a map of orders. */
final class FewEntities implements EntityLoader {

  final Map<Object, Order> orders = new HashMap<>();

  @Override
  public boolean isEntity(Class<?> type) {
    return type == Order.class;
  }

  @Override
  public Object idOf(Object entity) {
    Long id = ((Order) entity).getId();
    if (id == null) {
      throw new IllegalStateException("no id");
    }
    return id;
  }

  @Override
  public Class<?> idType(Class<?> entityClass) {
    return Long.class;
  }

  @Override
  public <T> T load(Class<T> entityClass, Object id) {
    return entityClass.cast(orders.get(id));
  }
}
