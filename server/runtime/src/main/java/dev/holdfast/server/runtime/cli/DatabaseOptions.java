package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.storage.postgres.DatabaseTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which database a command reads beside the servers. Its login is in the environment or in the run
 * file of a server on this machine, never in the command line.
 */
final class DatabaseOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder of a running server, whose run.json names the database. Without it:"
              + " HOLDFAST_DATABASE_URL, or else HOLDFAST_DATA, or else ./data.")
  private @Nullable Path data;

  /** The database and its owner's login. */
  DatabaseTarget target() throws CommandFailure {
    String url = data == null ? System.getenv().getOrDefault("HOLDFAST_DATABASE_URL", "") : "";
    if (!url.isEmpty()) {
      try {
        return DatabaseTarget.parse(url);
      } catch (IllegalArgumentException unusable) {
        throw new CommandFailure(String.valueOf(unusable.getMessage()));
      }
    }
    Path folder =
        data == null ? Path.of(System.getenv().getOrDefault("HOLDFAST_DATA", "data")) : data;
    Path file = folder.resolve("run.json");
    if (!Files.isReadable(file)) {
      throw new CommandFailure(
          "No server runs in "
              + folder.toAbsolutePath().normalize()
              + ": there is no run.json. Start it with ./holdfast up, name its folder with --data,"
              + " or its database in HOLDFAST_DATABASE_URL.");
    }
    try {
      JsonNode run = new ObjectMapper().readTree(file.toFile());
      return new DatabaseTarget(
          run.path("databaseUrl").asText(),
          run.path("databaseUser").asText(),
          run.path("databasePassword").asText());
    } catch (IOException broken) {
      throw new CommandFailure(
          "Cannot read " + file + ": " + broken.getMessage() + ". Restart the server.");
    }
  }
}
