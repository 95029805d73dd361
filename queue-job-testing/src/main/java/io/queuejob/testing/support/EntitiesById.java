package io.queuejob.testing.support;

import io.queuejob.spi.EntityLoader;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Entities by their annotations: each is known by its id, and loaded as the object that was last
 * passed with it. A composite id is passed as text.
 */
public final class EntitiesById implements EntityLoader {

  private final Map<Key, Object> passed = new ConcurrentHashMap<>();

  private record Key(Class<?> type, Object id) {}

  @Override
  public boolean isEntity(Class<?> type) {
    return type.isAnnotationPresent(Entity.class);
  }

  @Override
  public Object idOf(Object entity) {
    Class<?> type = entityClass(entity.getClass());
    List<Object> values = ids(type).stream().map(member -> value(member, entity)).toList();
    Object id = values.size() == 1 ? values.get(0) : values.toString();
    passed.put(new Key(type, id), entity);
    return id;
  }

  @Override
  public Class<?> idType(Class<?> entityClass) {
    List<Member> ids = ids(entityClass);
    return ids.size() == 1 ? typeOf(ids.get(0)) : String.class;
  }

  @Override
  public <T> T load(Class<T> entityClass, Object id) {
    return entityClass.cast(passed.get(new Key(entityClass, id)));
  }

  /** The entity's own class: a provider or a test may have made a subclass of it. */
  private Class<?> entityClass(Class<?> type) {
    return hierarchy(type).filter(this::isEntity).findFirst().orElse(type);
  }

  private static List<Member> ids(Class<?> type) {
    List<Member> ids =
        hierarchy(type)
            .flatMap(
                c ->
                    Stream.<Member>concat(
                        Arrays.stream(c.getDeclaredFields()),
                        Arrays.stream(c.getDeclaredMethods())))
            .filter(EntitiesById::isId)
            .toList();
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName()
              + ": expected an entity with @Id or @EmbeddedId, found neither; make the trap with an"
              + " EntityLoader that knows it: new JobTrap(loader)");
    }
    return ids;
  }

  private static boolean isId(Member member) {
    AccessibleObject place = (AccessibleObject) member;
    return place.isAnnotationPresent(Id.class) || place.isAnnotationPresent(EmbeddedId.class);
  }

  private static Stream<Class<?>> hierarchy(Class<?> type) {
    return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
  }

  /** Persistence providers take a primitive 0 for "none yet". */
  private static boolean isUnset(Member member, Object value) {
    return value instanceof Number number
        && number.longValue() == 0
        && typeOf(member).isPrimitive();
  }

  private static Class<?> typeOf(Member member) {
    return member instanceof Field field ? field.getType() : ((Method) member).getReturnType();
  }

  private static Object value(Member member, Object entity) {
    try {
      ((AccessibleObject) member).setAccessible(true);
      Object value =
          member instanceof Field field ? field.get(entity) : ((Method) member).invoke(entity);
      if (value == null || isUnset(member, value)) {
        throw new IllegalStateException(member + " is " + value);
      }
      return value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(member + " cannot be read", e);
    }
  }
}
