package io.queuejob.web.rest.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the description of resources in the form of OpenAPI 3.1. */
public final class OpenApiDocument {
  private static final String VERSION = "3.1.0";
  private static final Pattern SLASHES = Pattern.compile("/+");
  private static final Map<Integer, String> REFUSALS =
      new TreeMap<>(
          Map.of(
              400, "The call cannot be read",
              401, "A login is needed",
              403, "The caller lacks the role, or did not show where the call comes from",
              404, "There is no such thing",
              409, "The present state does not allow it",
              500, "The engine could not answer"));
  private static final List<Integer> ALWAYS = List.of(401, 403, 500);

  private OpenApiDocument() {}

  /**
   * The description.
   *
   * @param resources classes with a path; others are passed over
   * @param server where the interface is
   */
  public static JsonObject of(Collection<Class<?>> resources, String server) {
    return Json.createObjectBuilder()
        .add("openapi", VERSION)
        .add(
            "info",
            Json.createObjectBuilder()
                .add("title", "Queue Job")
                .add("description", "The admin of the job queue. Refusals are RFC 9457 documents.")
                .add("version", "1"))
        .add(
            "servers", Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", server)))
        .add(
            "security",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("basic", Json.createArrayBuilder())))
        .add("paths", paths(resources))
        .add("components", components())
        .build();
  }

  /** Schemas by name, as the resource file has them, and how one signs in. */
  static JsonObject components() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream("components.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObjectBuilder paths(Collection<Class<?>> resources) {
    Map<String, Map<String, JsonObject>> paths = new TreeMap<>();
    resources.stream()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .sorted(Comparator.comparing(Class::getName))
        .forEach(type -> add(type, paths));
    JsonObjectBuilder json = Json.createObjectBuilder();
    paths.forEach(
        (path, operations) -> {
          JsonObjectBuilder item = Json.createObjectBuilder();
          operations.forEach(item::add);
          json.add(path, item);
        });
    return json;
  }

  private static void add(Class<?> type, Map<String, Map<String, JsonObject>> paths) {
    for (Method method : type.getMethods()) {
      String verb = verb(method);
      if (verb != null) {
        paths
            .computeIfAbsent(address(type, method), path -> new LinkedHashMap<>())
            .put(verb, operation(type, method));
      }
    }
  }

  /** The HTTP method in small letters; null if the method answers none. */
  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(kind -> kind.getAnnotation(HttpMethod.class))
        .filter(named -> named != null)
        .map(named -> named.value().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(null);
  }

  static String address(Class<?> type, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        "/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
    String single = SLASHES.matcher(path).replaceAll("/");
    String plain = single.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    return plain.length() > 1 && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static JsonObject operation(Class<?> type, Method method) {
    Described words = method.getAnnotation(Described.class);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("operationId", type.getSimpleName() + "." + method.getName())
            .add("tags", Json.createArrayBuilder().add(type.getSimpleName()))
            .add("summary", words == null ? spoken(method.getName()) : words.value());
    if (words != null) {
      json.add("description", "Needs the role " + words.role().roleName() + ".");
    }
    json.add("parameters", parameters(method, words));
    return json.add("responses", answers(words)).build();
  }

  /** {@code requeueStuck} as "Requeue stuck". */
  private static String spoken(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static JsonArrayBuilder parameters(Method method, Described words) {
    Map<String, JsonObject> byName = new LinkedHashMap<>();
    for (Parameter parameter : method.getParameters()) {
      Optional.ofNullable(parameter.getAnnotation(PathParam.class))
          .ifPresent(p -> byName.put(p.value(), parameter(p.value(), "path", "")));
      Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
          .ifPresent(q -> byName.put(q.value(), parameter(q.value(), "query", "")));
    }
    for (String question : words == null ? new String[0] : words.query()) {
      String[] parts = question.split(":\\s*", 2);
      byName.put(parts[0], parameter(parts[0], "query", parts[1]));
    }
    JsonArrayBuilder array = Json.createArrayBuilder();
    byName.values().forEach(array::add);
    return array;
  }

  private static JsonObject parameter(String name, String place, String meaning) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", name)
            .add("in", place)
            .add("required", place.equals("path"))
            .add("schema", Json.createObjectBuilder().add("type", "string"));
    return (meaning.isEmpty() ? json : json.add("description", meaning)).build();
  }

  private static JsonObjectBuilder answers(Described words) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add(
                "2XX",
                content(
                    "The answer", "application/json", schema(words == null ? "" : words.answer())));
    IntStream refusals = words == null ? IntStream.empty() : Arrays.stream(words.refusals());
    Stream.concat(refusals.boxed(), ALWAYS.stream())
        .sorted()
        .forEach(
            status ->
                json.add(
                    status.toString(),
                    content(
                        REFUSALS.getOrDefault(status, "Refused"),
                        "application/problem+json",
                        schema("Problem"))));
    return json;
  }

  private static JsonObjectBuilder content(String meaning, String type, JsonObjectBuilder schema) {
    return Json.createObjectBuilder()
        .add("description", meaning)
        .add(
            "content",
            Json.createObjectBuilder().add(type, Json.createObjectBuilder().add("schema", schema)));
  }

  private static JsonObjectBuilder schema(String name) {
    if (name.isEmpty()) {
      return Json.createObjectBuilder();
    } else if (name.endsWith("[]")) {
      return Json.createObjectBuilder()
          .add("type", "array")
          .add("items", schema(name.substring(0, name.length() - 2)));
    }
    return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name);
  }
}
