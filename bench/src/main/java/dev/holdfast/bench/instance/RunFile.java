package dev.holdfast.bench.instance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a ready server says of itself in {@code run.json}.
 *
 * @param pid the server's process
 * @param url its API
 * @param management its probes and metrics
 * @param postgresPid the embedded PostgreSQL's first process; 0 if it is not embedded
 * @param database the owner's login to its database
 */
record RunFile(long pid, URI url, URI management, long postgresPid, Database database) {
  private static final String NAME = "run.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the file of a folder; empty while it is missing or half written. */
  static Optional<RunFile> read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      JsonNode run = JSON.readTree(file.toFile());
      return run.hasNonNull("pid") ? Optional.of(of(run)) : Optional.empty();
    } catch (JacksonException halfWritten) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new InstanceException("Cannot read " + file + ". Is it yours?", unreadable);
    }
  }

  private static RunFile of(JsonNode run) {
    return new RunFile(
        run.path("pid").asLong(),
        URI.create(run.path("url").asText()),
        URI.create(run.path("management").asText()),
        run.path("postgresPid").asLong(0),
        new Database(
            run.path("databaseUrl").asText(),
            run.path("databaseUser").asText(),
            run.path("databasePassword").asText()));
  }
}
