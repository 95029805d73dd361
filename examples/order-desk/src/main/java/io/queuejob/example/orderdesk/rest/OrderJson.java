package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.Rejection;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads an order from JSON, member by member: a binding would turn {@code 1.5} pieces into 1, and
 * could not say which line is wrong.
 */
final class OrderJson {
  private static final String FORM =
      "{\"customer\":\"…\",\"lines\":[{\"sku\":\"…\",\"quantity\":2}]}";

  private OrderJson() {}

  static OrderDraft read(String json) {
    JsonObject order = object(json);
    JsonValue lines = order.getOrDefault("lines", JsonValue.NULL);
    if (lines == JsonValue.NULL) {
      return new OrderDraft(text(order, "customer"), null);
    }
    if (!(lines instanceof JsonArray array)) {
      throw new Rejection("Invalid lines", "an array", Quoted.of(lines.toString()));
    }
    List<DraftLine> drafts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      drafts.add(line("Line " + (i + 1), array.get(i)));
    }
    return new OrderDraft(text(order, "customer"), drafts);
  }

  private static JsonObject object(String json) {
    try (JsonParser parser = Json.createParser(new StringReader(json))) {
      parser.next();
      // The question for more makes the parser complain about text behind the object.
      if (parser.getValue() instanceof JsonObject object && !parser.hasNext()) {
        return object;
      }
    } catch (JsonException | NoSuchElementException e) {
      throw new Rejection("The body is not JSON", FORM, Quoted.of(json));
    }
    throw new Rejection("The body is no JSON object", FORM, Quoted.of(json));
  }

  private static DraftLine line(String where, JsonValue value) {
    if (!(value instanceof JsonObject line)) {
      throw new Rejection(
          where + " is no object", "{\"sku\":\"…\",\"quantity\":2}", Quoted.of(value.toString()));
    }
    return new DraftLine(text(line, "sku"), quantity(where, line));
  }

  private static int quantity(String where, JsonObject line) {
    JsonValue value = line.getOrDefault("quantity", JsonValue.NULL);
    try {
      if (value instanceof JsonNumber number && number.isIntegral()) {
        return number.intValueExact();
      }
    } catch (ArithmeticException e) {
      // too large for a quantity: refused below, like everything that is no whole number
    }
    throw new Rejection(
        where + " has an invalid quantity", "a whole number", Quoted.of(value.toString()));
  }

  private static String text(JsonObject object, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new Rejection("Invalid " + name, "a text", Quoted.of(value.toString()));
  }
}
