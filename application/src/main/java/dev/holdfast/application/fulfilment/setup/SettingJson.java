package dev.holdfast.application.fulfilment.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Settings as JSON documents. What a newer version added is ignored by an older one. */
public final class SettingJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private SettingJson() {}

  /** The document of a setting: its components by name. */
  public static String write(Setting setting) {
    try {
      return JSON.writeValueAsString(setting);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a document back.
   *
   * @throws IllegalArgumentException when it is none of this form
   */
  static <T extends Setting> T read(String document, Class<T> form) {
    try {
      return JSON.readValue(document, form);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
    }
  }
}
