package io.queuejob.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.rest.openapi.OpenApiDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description of the interface says what the interface is, and nothing else. */
class DescriptionTest {
  private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");
  private static final JsonObject DOCUMENT =
      OpenApiDocument.of(new ConsoleApi().getClasses(), "/queue-job/api");

  private static List<Method> operations() {
    List<Method> methods = new ArrayList<>();
    for (Class<?> type : new ConsoleApi().getClasses()) {
      if (type.isAnnotationPresent(Path.class)) {
        Arrays.stream(type.getMethods())
            .filter(
                method ->
                    Arrays.stream(method.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
            .forEach(methods::add);
      }
    }
    return methods;
  }

  private static List<JsonObject> described() {
    return DOCUMENT.getJsonObject("paths").values().stream()
        .flatMap(path -> path.asJsonObject().values().stream())
        .map(JsonValue::asJsonObject)
        .toList();
  }

  @Test
  void every_operation_is_described_once() {
    assertThat(described()).hasSameSizeAs(operations()).hasSizeGreaterThan(7);
    assertThat(described())
        .extracting(operation -> operation.getString("operationId"))
        .doesNotHaveDuplicates();
    assertThat(DOCUMENT.getJsonObject("paths"))
        .containsKeys("/jobs", "/jobs/{uuid}", "/jobs/{uuid}/cancel", "/openapi.json");
  }

  @Test
  void every_operation_says_what_it_does() {
    assertThat(operations())
        .allSatisfy(method -> assertThat(method.getAnnotation(Described.class)).isNotNull());
  }

  @Test
  void every_schema_that_is_named_is_there() {
    JsonObject schemas = DOCUMENT.getJsonObject("components").getJsonObject("schemas");
    assertThat(REFERENCE.matcher(DOCUMENT.toString()).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(schemas::containsKey);
  }

  @Test
  void parameters_and_refusals_are_told() {
    JsonObject cancel =
        DOCUMENT.getJsonObject("paths").getJsonObject("/jobs/{uuid}/cancel").getJsonObject("post");
    assertThat(cancel.getJsonArray("parameters").getValuesAs(JsonObject.class))
        .extracting(parameter -> parameter.getString("name"))
        .containsExactly("uuid", "dependents");
    assertThat(cancel.getJsonObject("responses").keySet())
        .containsExactly("2XX", "400", "401", "403", "404", "409", "500");
    assertThat(cancel.getString("description")).contains("queue-job-operator");
  }
}
