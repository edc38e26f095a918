package dev.holdfast.application.floor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Waves and pick lists as the JSON that the store keeps: their records as they are. Read strictly,
 * so that no node guesses: a component never changes its name or meaning.
 */
final class FloorJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Parsed<>(Instant.class, Instant::parse))
                  .addDeserializer(
                      LocalDate.class, new Parsed<>(LocalDate.class, LocalDate::parse)))
          .build();

  private FloorJson() {}

  static String write(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The content of a document.
   *
   * @throws IllegalStateException when it is none
   */
  static <T> T read(String document, Class<T> as) {
    try {
      return JSON.readValue(document, as);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("no document of the floor's", malformed);
    }
  }

  /** What is a text in its own form. */
  private static final class Parsed<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> parse;

    Parsed(Class<T> as, Function<String, T> parse) {
      super(as);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) {
      return parse.apply(text);
    }
  }
}
