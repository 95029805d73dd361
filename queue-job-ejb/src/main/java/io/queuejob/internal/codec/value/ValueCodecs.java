package io.queuejob.internal.codec.value;

import io.queuejob.internal.codec.value.Refusal.Reason;
import io.queuejob.spi.EntityLoader;
import jakarta.json.bind.Jsonb;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses how the values of a declared type are written and read. */
public final class ValueCodecs {

  private static final Set<String> ENTITY_ANNOTATIONS =
      Set.of("jakarta.persistence.Entity", "jakarta.persistence.MappedSuperclass");

  private final Jsonb jsonb;
  private final EntityLoader entities;

  /**
   * Codecs over one JSON-B.
   *
   * @param jsonb thread-safe, made once
   */
  public ValueCodecs(Jsonb jsonb, EntityLoader entities) {
    this.jsonb = jsonb;
    this.entities = entities;
  }

  /**
   * The codec of a declared type.
   *
   * @throws Refusal if its values can never be bound
   */
  public ValueCodec of(Type type) {
    Class<?> raw = RawType.of(type);
    ValueCodec plain = PlainValues.of(raw);
    if (plain != null) {
      return plain;
    }
    Type component = RawType.component(type);
    if (component != null) {
      return SequenceValues.array(raw.getComponentType(), of(component));
    }
    Type element = RawType.onlyArgument(type);
    if (element != null && (raw == List.class || raw == Collection.class)) {
      return SequenceValues.list(of(element));
    } else if (element != null && raw == Set.class) {
      return SequenceValues.set(of(element));
    } else if (isEntity(raw)) {
      return new EntityValues(raw, entities, this::of);
    }
    new TypeRules(this::isEntity)
        .refusal(type)
        .ifPresent(
            why -> {
              throw new Refusal(Reason.TYPE, why);
            });
    return new JsonbValues(jsonb, type);
  }

  /**
   * What is wrong with a declared type, asked while the application is being deployed and its
   * persistence units are not there yet: entities are known by their annotations alone.
   */
  public static Optional<String> refusal(Type type) {
    return refusal(type, ValueCodecs::isDeclaredEntity);
  }

  private static Optional<String> refusal(Type type, Predicate<Class<?>> isEntity) {
    Class<?> raw = RawType.of(type);
    Type element = RawType.component(type);
    if (element == null && Set.of(List.class, Collection.class, Set.class).contains(raw)) {
      element = RawType.onlyArgument(type);
    }
    if (element != null) {
      return refusal(element, isEntity);
    }
    return isEntity.test(raw) ? Optional.empty() : new TypeRules(isEntity).refusal(type);
  }

  private boolean isEntity(Class<?> type) {
    return isDeclaredEntity(type) || (!RawType.isOfPlatform(type) && entities.isEntity(type));
  }

  private static boolean isDeclaredEntity(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(a -> ENTITY_ANNOTATIONS.contains(a.getName()));
  }
}
