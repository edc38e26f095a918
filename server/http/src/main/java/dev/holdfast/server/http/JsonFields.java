package dev.holdfast.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.domain.catalogue.Violation;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read strictly, field by field. Whatever is wrong is gathered with its path; {@link
 * #finish} complains about all of it at once, fields that nobody asked for included.
 */
public final class JsonFields {
  /** The deepest nesting of a body. */
  public static final int MAX_DEPTH = 20;

  /** The longest text, in characters: above any field, below what would trouble memory. */
  private static final int MAX_TEXT = 20_000;

  /** The longest number, in characters: above any quantity that could be meant. */
  private static final int MAX_NUMBER = 64;

  /** The longest name of a field, in characters. */
  private static final int MAX_NAME = 256;

  /** The longest text that is a file, in characters: some hundred thousand rows. */
  private static final int MAX_FILE = 16_000_000;

  static final ObjectMapper JSON = mapper(MAX_TEXT);
  private static final ObjectMapper FILES = mapper(MAX_FILE);

  private static ObjectMapper mapper(int maxText) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(maxText)
            .maxNumberLength(MAX_NUMBER)
            .maxNameLength(MAX_NAME)
            .build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  private final JsonNode object;
  private final String path;
  private final List<Violation> violations;
  private final List<String> asked = new ArrayList<>(8);

  private JsonFields(JsonNode object, String path, List<Violation> violations) {
    this.object = object;
    this.path = path;
    this.violations = violations;
  }

  /**
   * Reads a body.
   *
   * @throws ApiException 400 when it is not one JSON object within the limits
   */
  public static JsonFields parse(byte[] body) {
    return parse(body, JSON, MAX_TEXT);
  }

  /**
   * Reads a body whose texts may be whole files.
   *
   * @throws ApiException 400 when it is not one JSON object within the limits
   */
  public static JsonFields parseFiles(byte[] body) {
    return parse(body, FILES, MAX_FILE);
  }

  private static JsonFields parse(byte[] body, ObjectMapper mapper, int maxText) {
    JsonNode tree;
    try {
      tree = mapper.readTree(decode(body));
    } catch (StreamConstraintsException | NumberFormatException beyond) {
      throw new ApiException(
          bodyProblem(
              "json-too-large",
              "The JSON is beyond the limits",
              "Nest at most "
                  + MAX_DEPTH
                  + " levels; write texts of at most "
                  + maxText
                  + " characters, names of "
                  + MAX_NAME
                  + " and numbers of "
                  + MAX_NUMBER
                  + ", with exponents that make sense."));
    } catch (JsonProcessingException broken) {
      throw new ApiException(malformed(broken));
    }
    if (tree == null || !tree.isObject()) {
      throw new ApiException(
          bodyProblem(
              "malformed-json", "The body is not a JSON object", "Send one JSON object: {…}."));
    }
    return new JsonFields(tree, "", new ArrayList<>(0));
  }

  /**
   * The body as text. RFC 8259 knows JSON in UTF-8 only; a mark of the byte order may be ignored.
   *
   * @throws ApiException 400 when the bytes are not UTF-8
   */
  private static String decode(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    // What cannot be decoded becomes this character; the body may also simply hold it.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      } catch (CharacterCodingException notUtf8) {
        throw new ApiException(
            bodyProblem("malformed-json", "The body is not UTF-8", "Encode the JSON in UTF-8."));
      }
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Problem malformed(JsonProcessingException broken) {
    String where =
        broken.getLocation() == null
            ? ""
            : " at line "
                + broken.getLocation().getLineNr()
                + ", column "
                + broken.getLocation().getColumnNr();
    return bodyProblem(
        "malformed-json",
        "The body is not JSON",
        "Mend the JSON" + where + ": " + complaint(broken) + ".");
  }

  private static Problem bodyProblem(String slug, String title, String detail) {
    return Problem.badRequest(slug, title, detail).field("body");
  }

  /** The parser's words where they are about the text, ours where they are about the parser. */
  private static String complaint(JsonProcessingException broken) {
    if (broken instanceof JsonEOFException) {
      return "it ends too early";
    }
    if (broken instanceof MismatchedInputException) {
      return "something follows after its end";
    }
    String message = broken.getOriginalMessage();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    return first.contains("Feature") ? "this is not standard JSON" : first;
  }

  /** A text that must be there; "" with a violation when it is not. */
  public String text(String name) {
    JsonNode value = present(name);
    return value == null ? "" : textOf(name, value, "");
  }

  /** A text or, where it is absent or null, what to take instead. */
  public @Nullable String text(String name, @Nullable String otherwise) {
    JsonNode value = optional(name);
    return value == null ? otherwise : textOf(name, value, "");
  }

  private String textOf(String name, JsonNode value, String wrong) {
    if (value.isTextual()) {
      return value.textValue();
    }
    violate(name, "must be a text in quotes");
    return wrong;
  }

  /** A decimal number that must be there; 0 with a violation when it is not. */
  public BigDecimal decimal(String name) {
    JsonNode value = present(name);
    if (value == null) {
      return BigDecimal.ZERO;
    }
    if (!value.isNumber()) {
      violate(name, "must be a number without quotes");
      return BigDecimal.ZERO;
    }
    return value.isInt() ? BigDecimal.valueOf(value.intValue()) : value.decimalValue();
  }

  /** A decimal number or, where it is absent or null, what to take instead. */
  public @Nullable BigDecimal decimal(String name, @Nullable BigDecimal otherwise) {
    return optional(name) == null ? otherwise : decimal(name);
  }

  /** A whole number or, where it is absent or null, what to take instead. */
  public long integer(String name, long otherwise) {
    JsonNode value = optional(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      violate(name, "must be a whole number");
      return otherwise;
    }
    return value.longValue();
  }

  /** A whole number that must be there and fit; 0 with a violation when it does not. */
  public int number(String name) {
    JsonNode value = present(name);
    return value == null ? 0 : numberOf(name, value);
  }

  /** A whole number or, where it is absent or null, what to take instead. */
  public int number(String name, int otherwise) {
    JsonNode value = optional(name);
    return value == null ? otherwise : numberOf(name, value);
  }

  private int numberOf(String name, JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    violate(
        name,
        value.isIntegralNumber()
            ? "is beyond what is meant; the most is " + Integer.MAX_VALUE
            : "must be a whole number");
    return 0;
  }

  /** A whole number that must be there; 0 with a violation when it is not. */
  public long integer(String name) {
    return present(name) == null ? 0 : integer(name, 0);
  }

  /** True, false or, where it is absent or null, what to take instead. */
  public boolean flag(String name, boolean otherwise) {
    JsonNode value = optional(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      violate(name, "must be true or false");
    }
    return value.booleanValue();
  }

  /** A list of texts, empty where it is absent or null. */
  public List<String> texts(String name, int most) {
    List<String> texts = new ArrayList<>();
    JsonNode value = optional(name);
    if (value != null && isList(name, value, most)) {
      for (int i = 0; i < value.size(); i++) {
        texts.add(textOf(name + '[' + i + ']', value.get(i), ""));
      }
    }
    return texts;
  }

  /** A list of objects that must be there and not be empty. */
  public List<JsonFields> objects(String name, int most) {
    JsonNode value = present(name);
    if (value != null && value.isArray() && value.isEmpty()) {
      violate(name, "must hold at least one element");
    }
    return value == null ? List.of() : objectsOf(name, value, most);
  }

  /** A list of objects, empty where it is absent or null. */
  public List<JsonFields> objectsOrNone(String name, int most) {
    JsonNode value = optional(name);
    return value == null ? List.of() : objectsOf(name, value, most);
  }

  private List<JsonFields> objectsOf(String name, JsonNode value, int most) {
    List<JsonFields> objects = new ArrayList<>();
    if (!isList(name, value, most)) {
      return objects;
    }
    for (int i = 0; i < value.size(); i++) {
      String at = name + '[' + i + ']';
      if (value.get(i).isObject()) {
        objects.add(new JsonFields(value.get(i), path + at + '.', violations));
      } else {
        violate(at, "must be an object: {…}");
      }
    }
    return objects;
  }

  /** An object that must be there; an empty one with a violation when it is not. */
  public JsonFields object(String name) {
    JsonNode value = present(name);
    JsonFields fields = value == null ? null : fieldsOf(name, value);
    return fields != null
        ? fields
        : new JsonFields(JSON.createObjectNode(), path, new ArrayList<>(0));
  }

  /** An object; null where it is absent or null. */
  public @Nullable JsonFields objectOrNull(String name) {
    JsonNode value = optional(name);
    return value == null ? null : fieldsOf(name, value);
  }

  private @Nullable JsonFields fieldsOf(String name, JsonNode value) {
    if (value.isObject()) {
      return new JsonFields(value, path + name + '.', violations);
    }
    violate(name, "must be an object: {…}");
    return null;
  }

  /** Whether a field is there, be it null. */
  public boolean mentions(String name) {
    return object.has(name);
  }

  /** Whether a field is there and not null. */
  public boolean has(String name) {
    return optional(name) != null;
  }

  private boolean isList(String name, JsonNode value, int most) {
    if (!value.isArray()) {
      violate(name, "must be a list: […]");
      return false;
    }
    if (value.size() > most) {
      violate(name, "holds " + value.size() + " elements; send at most " + most + " at once");
      return false;
    }
    return true;
  }

  private @Nullable JsonNode present(String name) {
    JsonNode value = optional(name);
    if (value == null) {
      violate(name, "is missing");
    }
    return value;
  }

  private @Nullable JsonNode optional(String name) {
    asked.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** Adds a complaint about a field of this object. */
  public void violate(String name, String message) {
    violations.add(new Violation(path + name, message));
  }

  /** Complains about fields that were not asked for. Called once per nested object. */
  public JsonFields closed() {
    if (object.size() > 0) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!asked.contains(name)) {
          violate(name, "is not a field here; the fields are " + String.join(", ", asked));
        }
      }
    }
    return this;
  }

  /**
   * Ends the reading.
   *
   * @throws ApiException 422 with everything that is wrong
   */
  public void finish() {
    closed();
    if (!violations.isEmpty()) {
      throw new ApiException(Problem.invalid(violations));
    }
  }
}
