package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a command talks to, and with which key. */
final class ServerOptions {
  private static final String DEFAULT_URL = "http://127.0.0.1:8448";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Address of the server; default: the one that runs on the data folder.")
  private @Nullable String url;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key; default: HOLDFAST_KEY of the environment.")
  private @Nullable String key;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the server on this machine.")
  private @Nullable Path data;

  /**
   * The server's address: the flag, else where the server on the data folder says it is, else the
   * default port.
   */
  URI url() throws CommandFailure {
    String text = url != null ? url : running();
    try {
      return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure("--url is not an address. Write it as " + DEFAULT_URL + ".");
    }
  }

  private String running() throws CommandFailure {
    String folder = System.getenv().getOrDefault("HOLDFAST_DATA", "data");
    Path file = (data == null ? Path.of(folder) : data).resolve("run.json");
    if (!Files.isReadable(file)) {
      return DEFAULT_URL;
    }
    try {
      JsonNode run = new ObjectMapper().readTree(file.toFile());
      return run.path("url").asText(DEFAULT_URL);
    } catch (IOException broken) {
      throw new CommandFailure(
          "Cannot read " + file + ". Name the server with --url " + DEFAULT_URL + ".");
    }
  }

  /** The key: the flag, else the environment. */
  String key() throws CommandFailure {
    String found = key != null ? key : System.getenv("HOLDFAST_KEY");
    if (found == null || found.isBlank()) {
      throw new CommandFailure(
          "This needs a key. Give it with --key hf_… or in HOLDFAST_KEY; ./holdfast up showed the"
              + " first one.");
    }
    return found.strip();
  }
}
