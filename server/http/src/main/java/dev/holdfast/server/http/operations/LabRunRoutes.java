package dev.holdfast.server.http.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.access.Operators;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ./holdfast lab} measured on this machine, for operators: its files in the data
 * folder, as they are. A file that is none of its own, or too large, is left out.
 */
public final class LabRunRoutes {
  /** The latest; older ones stay in the folder. */
  private static final int MOST_RUNS = 50;

  /** Of a file; a run of all stages has some 15 kB. */
  private static final long MOST_BYTES = 1_000_000;

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /** Of a folder that need not be there. */
  public LabRunRoutes(Path folder) {
    this.folder = folder;
  }

  public void addTo(Routes routes) {
    Permission may = Permission.ADMINISTER_KEYS;
    routes.blocking(HttpMethod.GET, "/v1/lab/runs", may, this::list);
    routes.blocking(HttpMethod.GET, "/v1/lab/runs/:id", may, this::one);
  }

  private void list(Exchange exchange) {
    Operators.require(exchange);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (String id : ids()) {
      read(id).ifPresent(items::add);
    }
    exchange.json(200, json);
  }

  private void one(Exchange exchange) {
    Operators.require(exchange);
    exchange.json(
        200,
        read(exchange.path("id"))
            .orElseThrow(() ->
                new ApiException(
                    Problem.notFound("There is no such run; GET /v1/lab/runs lists them"))));
  }

  /** The latest first: their names begin with the time. */
  private List<String> ids() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .filter(id -> ID.matcher(id).matches())
          .sorted(Comparator.reverseOrder())
          .limit(MOST_RUNS)
          .toList();
    } catch (NoSuchFileException nothingMeasured) {
      return List.of();
    } catch (IOException failed) {
      throw new IllegalStateException("cannot read " + folder, failed);
    }
  }

  private Optional<ObjectNode> read(String id) {
    Path file = folder.resolve(id + ".json");
    try {
      if (!ID.matcher(id).matches()
          || !Files.isRegularFile(file)
          || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      JsonNode run = JSON.readTree(Files.readAllBytes(file));
      boolean own = run instanceof ObjectNode && run.path("id").asText().equals(id);
      return own ? Optional.of((ObjectNode) run) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
