package dev.holdfast.server.runtime;

import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.DatabaseTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A further node on a database that somebody else runs, on free ports of loopback. */
public final class RunningNode implements AutoCloseable {
  private final Path data;
  private final Node node;
  private final Node.Addresses addresses;

  private RunningNode(Path data, Node node, Node.Addresses addresses) {
    this.data = data;
    this.node = node;
    this.addresses = addresses;
  }

  static RunningNode start(DatabaseTarget database, Map<String, String> more) throws Exception {
    Path data = Files.createTempDirectory("holdfast-node");
    Settings settings = settings(data, database, more);
    Node node = new Node(settings, Database.open(database, settings.lanes()), step -> {});
    return new RunningNode(data, node, node.start());
  }

  /** Settings of a node on free ports. */
  static Settings settings(Path data, DatabaseTarget database, Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("data", data.toString());
    all.put("port", "0");
    all.put("management-port", "0");
    all.put(
        "database-url",
        database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password());
    all.putAll(more);
    return Settings.read(all, null, Map.of());
  }

  /** Where the API is: http://127.0.0.1:PORT. */
  public String url() {
    return addresses.url();
  }

  /** Where probes and metrics are. */
  public String managementUrl() {
    return addresses.management();
  }

  @Override
  public void close() throws IOException {
    node.close();
    Files.deleteIfExists(data);
  }
}
