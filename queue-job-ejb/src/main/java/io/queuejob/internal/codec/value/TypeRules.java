package io.queuejob.internal.codec.value;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says of a declared type whether JSON-B can bind it; one walk through what it holds. */
final class TypeRules {

  private final Predicate<Class<?>> isEntity;
  private final Set<Type> seen = new HashSet<>();

  TypeRules(Predicate<Class<?>> isEntity) {
    this.isEntity = isEntity;
  }

  /** What is wrong with the type: expected, found, cure; empty if it can be bound. */
  Optional<String> refusal(Type type) {
    if (!seen.add(type)) {
      return Optional.empty();
    }
    if (type instanceof TypeVariable<?>) {
      return refuse(
          "a type that is known when the bean is deployed",
          "the type variable " + type,
          "override the method in the bean with a concrete type");
    }
    Type component = RawType.component(type);
    if (component != null) {
      return refusal(component);
    }
    Class<?> raw = RawType.of(type);
    return type instanceof ParameterizedType generic
        ? ofClass(raw, true).or(() -> ofArguments(generic, raw))
        : ofClass(raw, false);
  }

  /** Whether the type says itself how it is bound. */
  static boolean isAdapted(AnnotatedElement type) {
    return type.isAnnotationPresent(JsonbTypeAdapter.class)
        || type.isAnnotationPresent(JsonbTypeDeserializer.class);
  }

  private Optional<String> ofArguments(ParameterizedType generic, Class<?> raw) {
    Type[] arguments = generic.getActualTypeArguments();
    if (Map.class.isAssignableFrom(raw) && !isKey(RawType.of(arguments[0]))) {
      return refuse(
          "text, numbers or enums as keys of a map",
          arguments[0].getTypeName(),
          "pass a list of records");
    }
    return Arrays.stream(arguments)
        .map(RawType::bound)
        .map(this::refusal)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isKey(Class<?> type) {
    return PlainValues.of(type) != null && type != byte[].class;
  }

  private Optional<String> ofClass(Class<?> type, boolean withArguments) {
    if (PlainValues.of(type) != null) {
      return Optional.empty();
    }
    if (type == Object.class) {
      return refuse(
          "a type that says what the value is",
          "java.lang.Object",
          "declare the class that is passed, or a type argument in place of '?'");
    }
    Optional<String> never = NeverBound.why(type);
    if (never.isPresent()) {
      return never;
    }
    if (RawType.isOfPlatform(type)) {
      return ofPlatform(type, withArguments);
    }
    if (isEntity.test(type)) {
      return refuse(
          "entities as parameters of their own, or in a List, Set or array of them",
          "the entity " + type.getName() + " inside another type",
          "pass its id");
    }
    return isAdapted(type) ? Optional.empty() : ofApplication(type);
  }

  private Optional<String> ofPlatform(Class<?> type, boolean withArguments) {
    boolean container = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    if (container && !withArguments) {
      return refuse(
          "a type argument, such as List<String>",
          "the raw type " + type.getName(),
          "declare what it holds");
    }
    return container || NeverBound.isBoundByDefault(type)
        ? Optional.empty()
        : refuse(
            "a type that JSON-B binds",
            type.getName(),
            "pass plain data, such as a record, text or a number");
  }

  private Optional<String> ofApplication(Class<?> type) {
    if ((type.isMemberClass() && !Modifier.isStatic(type.getModifiers()))
        || type.isAnonymousClass()
        || (type.isLocalClass() && !type.isRecord())) {
      return refuse(
          "a class that stands on its own",
          "the inner class " + type.getName(),
          "declare it static, or make it a record");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return type.isAnnotationPresent(JsonbTypeInfo.class)
          ? Optional.empty()
          : refuse(
              "a class that can be made from JSON",
              (type.isInterface() ? "the interface " : "the abstract class ") + type.getName(),
              "declare a concrete class or a record, or annotate it with @JsonbTypeInfo");
    }
    return type.isRecord() || canBeMade(type)
        ? ofProperties(type)
        : refuse(
            "a record, or a public or protected constructor without parameters",
            type.getName() + " without one",
            "add it, or mark a constructor with @JsonbCreator");
  }

  private static boolean canBeMade(Class<?> type) {
    int open = Modifier.PUBLIC | Modifier.PROTECTED;
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    return Arrays.stream(constructors)
            .anyMatch(c -> c.getParameterCount() == 0 && (c.getModifiers() & open) != 0)
        || Stream.<Executable>concat(
                Arrays.stream(constructors), Arrays.stream(type.getDeclaredMethods()))
            .anyMatch(e -> e.isAnnotationPresent(JsonbCreator.class));
  }

  private Optional<String> ofProperties(Class<?> type) {
    Stream<Type> types =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
            : fields(type).filter(TypeRules::isBound).map(Field::getGenericType);
    return types
        .filter(t -> !(t instanceof TypeVariable<?>))
        .map(this::refusal)
        .flatMap(Optional::stream)
        .findFirst()
        .map(why -> why + " (held by " + type.getName() + ")");
  }

  private static Stream<Field> fields(Class<?> type) {
    return Stream.<Class<?>>iterate(type, t -> !RawType.isOfPlatform(t), Class::getSuperclass)
        .flatMap(t -> Arrays.stream(t.getDeclaredFields()));
  }

  private static boolean isBound(Field field) {
    int modifiers = field.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isTransient(modifiers)
        && !field.isAnnotationPresent(JsonbTransient.class)
        && !isAdapted(field)
        && (Modifier.isPublic(modifiers) || hasGetter(field));
  }

  private static boolean hasGetter(Field field) {
    String name = field.getName();
    String rest = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return Arrays.stream(field.getDeclaringClass().getMethods())
        .anyMatch(
            m ->
                m.getParameterCount() == 0
                    && (m.getName().equals("get" + rest) || m.getName().equals("is" + rest))
                    && !m.isAnnotationPresent(JsonbTransient.class));
  }

  static Optional<String> refuse(String expected, String found, String cure) {
    return Optional.of("expected " + expected + ", found " + found + "; " + cure);
  }
}
