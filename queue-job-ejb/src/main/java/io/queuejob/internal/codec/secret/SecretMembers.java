package io.queuejob.internal.codec.secret;

import io.queuejob.api.call.Secret;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks through what the type of an argument or of a result holds: first once through each type,
 * which finds the names of secrets and whether a type holds itself, then, if none does, through
 * each place, for the paths.
 */
final class SecretMembers {
  /** Lists and maps within one another, before a type is taken for one that holds itself. */
  private static final int MOST_NESTED = 16;

  private final Set<String> paths = new TreeSet<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<Class<?>> above = new HashSet<>();
  private final Set<Node> seen = new HashSet<>();
  private final Set<Node> clean = new HashSet<>();
  private int holders;
  private boolean once = true;
  private boolean adapted = true;
  private boolean recursive;
  private int found;

  /** A type with what its variables stand for. */
  private record Node(Class<?> type, Map<TypeVariable<?>, Type> bound) {}

  /** The paths below a place. A type that holds itself has its secrets by name, at any depth. */
  Set<String> of(Type type, String at) {
    walk(type, at, Map.of());
    if (recursive && !paths.contains(at)) {
      Set<String> anywhere = new TreeSet<>();
      names.forEach(name -> anywhere.add(at + "/**/" + name));
      return anywhere;
    } else if (recursive) {
      return Set.of(at);
    }
    paths.clear();
    once = false;
    walk(type, at, Map.of());
    return paths;
  }

  private void walk(Type given, String at, Map<TypeVariable<?>, Type> bound) {
    Type type = resolved(given, bound);
    Class<?> raw = raw(type);
    if (type instanceof GenericArrayType array) {
      walk(array.getGenericComponentType(), at + "/*", bound);
    } else if (raw.isArray()) {
      walk(raw.getComponentType(), at + "/*", bound);
    } else if (isHolder(raw)) {
      held(type, raw, at, bound);
    } else if (!isOfPlatform(raw)) {
      ofClass(type, raw, at, bound);
    }
  }

  /** Lists and maps that hold themselves in some generic way are nested without an end. */
  private void held(Type type, Class<?> raw, String at, Map<TypeVariable<?>, Type> bound) {
    if (holders == MOST_NESTED) {
      recursive = true;
      return;
    }
    holders++;
    walk(held(raw), at + (raw == Optional.class ? "" : "/*"), Bindings.of(type, bound));
    holders--;
  }

  /**
   * At first each type is walked once: places are more than can be walked where types hold one
   * another in many ways. Then, what holds no secret in one place holds none in any.
   */
  private void ofClass(Type type, Class<?> raw, String at, Map<TypeVariable<?>, Type> bound) {
    if (above.contains(raw)) {
      recursive = true;
      return;
    }
    Map<TypeVariable<?>, Type> inner = Bindings.of(type, bound);
    Node node = new Node(raw, inner);
    int before = found;
    if (once ? seen.add(node) : !clean.contains(node)) {
      members(raw, at, inner);
    }
    boolean holds = once ? isAdapted(raw) && holdsSecret(type, bound) : found > before;
    if (!once && !holds) {
      clean.add(node);
    }
    if (holds && isAdapted(raw)) {
      paths.add(at);
      names.add(at.substring(at.lastIndexOf('/') + 1));
    }
  }

  /** Whether anything in a type is secret, whatever writes it. */
  private static boolean holdsSecret(Type type, Map<TypeVariable<?>, Type> bound) {
    SecretMembers within = new SecretMembers();
    within.adapted = false;
    within.walk(type, "", bound);
    return within.found > 0;
  }

  private void members(Class<?> raw, String at, Map<TypeVariable<?>, Type> inner) {
    above.add(raw);
    int nested = holders;
    holders = 0;
    fields(raw).forEach(field -> member(field, at, inner));
    getters(raw).forEach(m -> walk(m.getGenericReturnType(), at + "/" + named(m), inner));
    secretGetters(raw).forEach(name -> hide(at, name));
    if (raw.isAnnotationPresent(JsonbTypeInfo.class)) {
      for (JsonbSubtype one : raw.getAnnotation(JsonbTypeInfo.class).value()) {
        walk(one.type(), at, inner);
      }
    }
    holders = nested;
    above.remove(raw);
  }

  private void member(Field field, String at, Map<TypeVariable<?>, Type> bound) {
    String name = nameOf(field);
    if (isSecret(field)) {
      hide(at, name);
      return;
    }
    int before = found;
    walk(field.getGenericType(), at + "/" + escaped(name), bound);
    if (isAdapted(field) && (once ? holdsSecret(field.getGenericType(), bound) : found > before)) {
      hide(at, name);
    }
  }

  private void hide(String at, String name) {
    found++;
    paths.add(at + "/" + escaped(name));
    names.add(escaped(name));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static boolean isSecret(Field field) {
    return Stream.<AnnotatedElement>concat(Stream.of(field), getters(field))
        .anyMatch(element -> element.isAnnotationPresent(Secret.class));
  }

  private static Stream<Field> fields(Class<?> type) {
    return Stream.<Class<?>>iterate(type, t -> t != null && !isOfPlatform(t), Class::getSuperclass)
        .flatMap(t -> Stream.of(t.getDeclaredFields()))
        .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0);
  }

  /** Getters of what has no field of its own, as in interfaces: JSON-B writes that, too. */
  private static Stream<Method> getters(Class<?> type) {
    Set<String> names = fields(type).map(Field::getName).collect(Collectors.toSet());
    return SecretPaths.declarations(type)
        .filter(t -> !isOfPlatform(t))
        .flatMap(t -> Stream.of(t.getDeclaredMethods()))
        .filter(m -> m.getParameterCount() == 0 && m.getName().matches("(get|is)\\p{Lu}.*"))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> !m.isAnnotationPresent(JsonbTransient.class))
        .filter(m -> !names.contains(ofGetter(m.getName())));
  }

  private static String named(Method getter) {
    return escaped(named(Stream.of(getter), ofGetter(getter.getName())));
  }

  /** As JSON-B names it: by annotation of the field or of its getter, else by its own name. */
  private static String nameOf(Field field) {
    return named(Stream.concat(Stream.of(field), getters(field)), field.getName());
  }

  private static Stream<Method> getters(Field field) {
    String name = field.getName();
    String rest = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Set<String> getters = Set.of(name, "get" + rest, "is" + rest);
    return Stream.of(field.getDeclaringClass().getDeclaredMethods())
        .filter(m -> m.getParameterCount() == 0 && getters.contains(m.getName()));
  }

  /** Names of properties whose getters are secret, of which some have no field of their name. */
  private static Stream<String> secretGetters(Class<?> type) {
    return SecretPaths.declarations(type)
        .flatMap(t -> Stream.of(t.getDeclaredMethods()))
        .filter(m -> m.getParameterCount() == 0 && m.isAnnotationPresent(Secret.class))
        .map(m -> named(Stream.of(m), ofGetter(m.getName())));
  }

  private static String ofGetter(String method) {
    String rest = method.replaceFirst("^(get|is)(?=[A-Z])", "");
    return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
  }

  private static String named(Stream<? extends AnnotatedElement> elements, String other) {
    return elements
        .map(element -> element.getAnnotation(JsonbProperty.class))
        .filter(named -> named != null && !named.value().isEmpty())
        .map(JsonbProperty::value)
        .findFirst()
        .orElse(other);
  }

  /** Written by code of the application's own: which member is where cannot be known. */
  private boolean isAdapted(AnnotatedElement element) {
    return adapted
        && (element.isAnnotationPresent(JsonbTypeAdapter.class)
            || element.isAnnotationPresent(JsonbTypeSerializer.class)
            || element.isAnnotationPresent(JsonbTypeDeserializer.class));
  }

  private static boolean isHolder(Class<?> raw) {
    return Collection.class.isAssignableFrom(raw)
        || Map.class.isAssignableFrom(raw)
        || raw == Optional.class;
  }

  /** What of a holder is written: elements, values, what is there. */
  private static Type held(Class<?> holder) {
    if (holder == Optional.class) {
      return Optional.class.getTypeParameters()[0];
    }
    return Map.class.isAssignableFrom(holder)
        ? Map.class.getTypeParameters()[1]
        : Collection.class.getTypeParameters()[0];
  }

  static Type resolved(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof WildcardType wildcard) {
      return resolved(wildcard.getUpperBounds()[0], bound);
    } else if (type instanceof TypeVariable<?> variable) {
      return bound.containsKey(variable) ? bound.get(variable) : raw(variable.getBounds()[0]);
    }
    return type;
  }

  static Class<?> raw(Type type) {
    if (type instanceof Class<?> simple) {
      return simple;
    } else if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    } else if (type instanceof TypeVariable<?> variable) {
      return raw(variable.getBounds()[0]);
    } else if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return Object[].class;
  }

  private static boolean isOfPlatform(Class<?> type) {
    String name = type.getName();
    return type.isPrimitive()
        || type.isEnum()
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jakarta.");
  }
}
