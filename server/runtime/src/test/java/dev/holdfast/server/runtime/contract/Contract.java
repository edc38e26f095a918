package dev.holdfast.server.runtime.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.holdfast.server.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The OpenAPI contract as the server serves it, for comparing with what the server does. Answers
 * are held to it strictly: a field that it does not name is a mistake, although real clients must
 * ignore such fields.
 */
public final class Contract {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String HOME = "https://holdfast.dev/openapi";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final SchemaRegistry schemas;

  private Contract(JsonNode document) {
    this.document = document;
    for (var path : document.get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
      }
    }
    String text = definitions(document).toString().replace(SCHEMAS, DEFINITIONS);
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry
                    .schemas(Map.of(HOME, text))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** Reads the contract that is built into the server. */
  public static Contract read() {
    try (InputStream in = Routes.class.getResourceAsStream("openapi.yaml")) {
      return new Contract(new YAMLMapper().readTree(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Operation operation(String path, String method, JsonNode node) {
    JsonNode needed = node.at("/security/0/key/0");
    return new Operation(
        node.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        needed.isMissingNode() ? Optional.empty() : Optional.of(needed.asText()),
        node);
  }

  /** The schemas alone, every object of them closed to fields that it does not name. */
  private static JsonNode definitions(JsonNode document) {
    ObjectNode alone = JSON.createObjectNode();
    alone.set("$defs", document.at("/components/schemas").deepCopy());
    for (JsonNode schema : alone.get("$defs")) {
      if (schema.has("properties") && !schema.has("additionalProperties")) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
    }
    return alone;
  }

  public JsonNode document() {
    return document;
  }

  public List<Operation> operations() {
    return operations;
  }

  /**
   * The operation of an identifier.
   *
   * @throws AssertionError when the contract has none
   */
  public Operation operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the contract has no operation " + id));
  }

  /** The operation that a request is for; empty when the contract has none for it. */
  Optional<Operation> find(String method, String target) {
    String path = target.split("\\?", 2)[0];
    return operations.stream().filter(known -> known.matches(method, path)).findFirst();
  }

  /** The methods that the contract has for a path. */
  public Stream<String> methods(String path) {
    return operations.stream().filter(known -> known.matchesPath(path)).map(Operation::method);
  }

  /** What is wrong with a request's JSON; empty when the contract takes it, or describes none. */
  public List<String> bodyFaults(Operation operation, String body) {
    Optional<String> schema = operation.bodySchema();
    if (schema.isEmpty()) {
      return List.of();
    }
    if (body.isEmpty()) {
      boolean required = operation.node().at("/requestBody/required").asBoolean();
      return required ? List.of(operation + " needs a body") : List.of();
    }
    try {
      // RFC 8259 lets a reader ignore a byte order mark, and this server does.
      return faults(
          schema.get(), JSON.readTree(body.startsWith("\uFEFF") ? body.substring(1) : body));
    } catch (JsonProcessingException notJson) {
      return List.of("not JSON");
    }
  }

  /** What a schema of the contract has to say about a value. */
  List<String> faults(String reference, JsonNode value) {
    String place = HOME + reference.replace(SCHEMAS, DEFINITIONS);
    Schema schema = schemas.getSchema(SchemaLocation.of(place));
    return schema.validate(value).stream().map(Error::toString).toList();
  }

  /** The node that a reference of the document leads to, or the node itself. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
