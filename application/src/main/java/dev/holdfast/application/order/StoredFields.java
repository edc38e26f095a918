package dev.holdfast.application.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a document, read strictly: what is missing, of another kind or never asked for is a
 * document that is not ours.
 */
final class StoredFields {
  private final JsonNode object;
  private final String path;
  private int asked;

  StoredFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
    if (!object.isObject()) {
      throw broken("", "is no object");
    }
  }

  /** What an order that cannot be read is told of. */
  IllegalStateException broken(String field, String what) {
    return new IllegalStateException(
        "the document of an order is not one: " + path + field + " " + what);
  }

  String text(String name) {
    JsonNode value = present(name);
    if (!value.isTextual()) {
      throw broken(name, "is no text");
    }
    return value.textValue();
  }

  @Nullable String textOrNull(String name) {
    return object.has(name) ? text(name) : null;
  }

  /** A text in a form of its own, such as a date. */
  <T> T parsed(String name, Function<String, T> parse) {
    try {
      return parse.apply(text(name));
    } catch (RuntimeException malformed) {
      throw broken(name, "is malformed: " + malformed.getMessage());
    }
  }

  <T> @Nullable T parsedOrNull(String name, Function<String, T> parse) {
    return object.has(name) ? parsed(name, parse) : null;
  }

  long number(String name) {
    return number(name, present(name));
  }

  @Nullable Long numberOrNull(String name) {
    return object.has(name) ? number(name) : null;
  }

  int whole(String name) {
    return Math.toIntExact(number(name));
  }

  boolean flag(String name) {
    JsonNode value = present(name);
    if (!value.isBoolean()) {
      throw broken(name, "is neither true nor false");
    }
    return value.booleanValue();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(name)) {
      if (!value.isTextual()) {
        throw broken(name, "holds no text");
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  /** A list of numbers. */
  List<Long> numbers(String name) {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode value : list(name)) {
      numbers.add(number(name, value));
    }
    return numbers;
  }

  /** A list of lists of so many numbers each. */
  List<long[]> rows(String name, int width) {
    List<long[]> rows = new ArrayList<>();
    for (JsonNode value : list(name)) {
      rows.add(row(name, value, width));
    }
    return rows;
  }

  /** A list of so many numbers. */
  long[] row(String name, int width) {
    return row(name, present(name), width);
  }

  StoredFields object(String name) {
    return new StoredFields(present(name), path + name + '.');
  }

  List<StoredFields> objects(String name) {
    List<StoredFields> objects = new ArrayList<>();
    for (JsonNode value : list(name)) {
      objects.add(new StoredFields(value, path + name + '[' + objects.size() + "]."));
    }
    return objects;
  }

  /** Ends the reading of this object: every field of it was asked for. */
  void closed() {
    if (asked != object.size()) {
      throw broken("", "holds a field that this version does not know");
    }
  }

  private long[] row(String name, JsonNode value, int width) {
    if (!value.isArray() || value.size() != width) {
      throw broken(name, "holds no list of " + width);
    }
    long[] row = new long[width];
    for (int i = 0; i < width; i++) {
      row[i] = number(name, value.get(i));
    }
    return row;
  }

  private long number(String name, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw broken(name, "is no whole number");
    }
    return value.longValue();
  }

  private Iterable<JsonNode> list(String name) {
    JsonNode value = present(name);
    if (!value.isArray()) {
      throw broken(name, "is no list");
    }
    Iterator<JsonNode> elements = value.elements();
    return () -> elements;
  }

  private JsonNode present(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw broken(name, "is missing");
    }
    asked++;
    return value;
  }
}
