package io.queuejob.internal.codec.value;

import io.queuejob.internal.codec.value.Refusal.Reason;
import io.queuejob.spi.EntityLoader;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Function;

/**
 * Entities as references {@code {"@entity":"shop.Order","id":7}}. The stored class is only taken if
 * it is the declared type or one of its subclasses and the application's metamodel has it.
 */
final class EntityValues implements ValueCodec {

  private static final String CLASS = "@entity";
  private static final String ID = "id";

  private final Class<?> declared;
  private final EntityLoader entities;
  private final Function<Class<?>, ValueCodec> idCodecs;

  EntityValues(Class<?> declared, EntityLoader entities, Function<Class<?>, ValueCodec> idCodecs) {
    this.declared = declared;
    this.entities = entities;
    this.idCodecs = idCodecs;
  }

  @Override
  public void write(Object value, StringBuilder out) {
    if (value == null) {
      out.append("null");
      return;
    }
    Class<?> type = entityClass(value.getClass());
    Object id = idOf(value, type);
    out.append("{\"").append(CLASS).append("\":");
    JsonText.quote(type.getName(), out);
    out.append(",\"").append(ID).append("\":");
    idCodecs.apply(entities.idType(type)).write(id, out);
    out.append('}');
  }

  private Object idOf(Object value, Class<?> type) {
    try {
      return entities.idOf(value);
    } catch (IllegalStateException e) {
      throw new Refusal(
          Reason.ENTITY,
          "expected an entity with an id, found a new "
              + type.getSimpleName()
              + "; persist and flush it before the call",
          e);
    }
  }

  /** The entity's own class: a provider may have made a subclass of it. */
  private Class<?> entityClass(Class<?> type) {
    for (Class<?> at = type; at != null && declared.isAssignableFrom(at); at = at.getSuperclass()) {
      if (entities.isEntity(at)) {
        return at;
      }
    }
    throw new Refusal(
        Reason.ENTITY,
        "expected an entity, found an object of "
            + type.getName()
            + ", which the application's persistence unit does not know; list it in the unit");
  }

  @Override
  public Object read(JsonValue json) {
    if (json == JsonValue.NULL) {
      return null;
    }
    if (!(json instanceof JsonObject object)
        || !(object.get(CLASS) instanceof JsonString name)
        || !object.containsKey(ID)) {
      throw new Refusal(
          Reason.TEXT, JsonText.shown(json) + " in place of an entity's class and id");
    }
    Class<?> type = permitted(name.getString());
    Object id = idCodecs.apply(entities.idType(type)).read(object.get(ID));
    Object entity = entities.load(type, id);
    if (entity == null) {
      throw new Refusal(
          Reason.ENTITY_GONE,
          "expected the entity " + type.getSimpleName() + " with id " + id + ", found none");
    }
    return entity;
  }

  private Class<?> permitted(String name) {
    Class<?> type = declared.getName().equals(name) ? declared : subclass(name);
    if (type == null || !declared.isAssignableFrom(type) || !entities.isEntity(type)) {
      throw new Refusal(
          Reason.ENTITY_CLASS,
          "expected an entity class that is " + declared.getName() + ", found '" + name + "'");
    }
    return type;
  }

  /**
   * The class of that name as the declared type sees it; no code of it runs before it is checked.
   */
  private Class<?> subclass(String name) {
    try {
      return Class.forName(name, false, declared.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
