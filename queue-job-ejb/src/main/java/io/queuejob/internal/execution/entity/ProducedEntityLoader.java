package io.queuejob.internal.execution.entity;

import io.queuejob.api.error.CaptureException;
import io.queuejob.spi.EntityLoader;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.IdClass;
import jakarta.persistence.metamodel.EntityType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The default loader: uses the entity managers that the application produces as beans. */
public final class ProducedEntityLoader implements EntityLoader {

  private final ProducedEntityManagers managers;
  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();
  private final Map<Class<?>, Class<?>> idTypes = new ConcurrentHashMap<>();

  /** A loader upon the entity managers that were found at deployment. */
  public ProducedEntityLoader(ProducedEntityManagers managers) {
    this.managers = managers;
  }

  @Override
  public boolean isEntity(Class<?> type) {
    if (!managers.areThere() && type.isAnnotationPresent(Entity.class)) {
      throw noEntityManager(type);
    }
    return known.computeIfAbsent(type, t -> managers.ask(em -> entityType(em, t)).isPresent());
  }

  @Override
  public Object idOf(Object entity) {
    return managers
        .ask(em -> entityClass(em, entity.getClass()).flatMap(c -> idOf(em, entity)))
        .orElseThrow(() -> new IllegalStateException("no id: " + entity.getClass().getName()));
  }

  @Override
  public Class<?> idType(Class<?> entityClass) {
    return idTypes.computeIfAbsent(
        entityClass,
        c ->
            managers
                .<Class<?>>ask(em -> entityType(em, c).map(ProducedEntityLoader::idTypeOf))
                .orElseThrow(() -> new IllegalStateException("no entity: " + c.getName())));
  }

  @Override
  public <T> T load(Class<T> entityClass, Object id) {
    return managers
        .ask(em -> entityType(em, entityClass).map(type -> new Loaded<>(em, entityClass, id)))
        .map(Loaded::entity)
        .orElse(null);
  }

  /** What one entity manager knows of the class of an object, which may be a generated subclass. */
  private static Optional<Class<?>> entityClass(EntityManager em, Class<?> objectClass) {
    for (Class<?> at = objectClass; at != null; at = at.getSuperclass()) {
      if (entityType(em, at).isPresent()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Optional<EntityType<?>> entityType(EntityManager em, Class<?> type) {
    try {
      return Optional.of(em.getMetamodel().entity(type));
    } catch (IllegalArgumentException notOfThisUnit) {
      return Optional.empty();
    }
  }

  private static Optional<Object> idOf(EntityManager em, Object entity) {
    return Optional.ofNullable(
        em.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(entity));
  }

  private static Class<?> idTypeOf(EntityType<?> type) {
    if (type.hasSingleIdAttribute()) {
      return type.getIdType().getJavaType();
    }
    for (Class<?> at = type.getJavaType(); at != null; at = at.getSuperclass()) {
      IdClass ids = at.getAnnotation(IdClass.class);
      if (ids != null) {
        return ids.value();
      }
    }
    throw new IllegalStateException("no id class: " + type.getJavaType().getName());
  }

  private static CaptureException noEntityManager(Class<?> type) {
    return new CaptureException(
        "QJ4100",
        type.getName()
            + ": expected an EntityManager that the application produces as a bean, so that"
            + " entities can be passed as references, found none; add these two lines to a bean:\n"
            + "  @PersistenceContext @Produces\n"
            + "  private EntityManager entityManager;");
  }

  /** The answer of the manager that knows the class, a removed entity included. */
  private record Loaded<T>(T entity) {
    Loaded(EntityManager em, Class<T> type, Object id) {
      this(em.find(type, id));
    }
  }
}
