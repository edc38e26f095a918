package dev.holdfast.lab.postgres;

import dev.holdfast.lab.LabException;
import dev.holdfast.storage.postgres.DatabaseTarget;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/**
 * A PostgreSQL for the laboratory alone, on loopback, with the settings of a server that has the
 * machine to itself: a quarter of the memory for its buffers, everything durable.
 */
final class LabServer implements AutoCloseable {
  static final Map<String, String> SETTINGS = settings();

  private static final String DATABASE = "lab";
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
  private static final long MEGABYTE = 1 << 20;

  /** Beyond this the system's own cache serves as well. */
  private static final long MOST_BUFFERS_MB = 4_096;

  private final EmbeddedPostgres server;
  private final Path files;
  private final String password;

  private LabServer(EmbeddedPostgres server, Path files, String password) {
    this.server = server;
    this.files = files;
    this.password = password;
  }

  private static Map<String, String> settings() {
    long memory = memoryBytes() / MEGABYTE;
    return Map.ofEntries(
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("fsync", "on"),
        Map.entry("full_page_writes", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("max_connections", "60"),
        Map.entry("shared_buffers", Math.clamp(memory / 4, 128, MOST_BUFFERS_MB) + "MB"),
        Map.entry("effective_cache_size", Math.max(256, memory / 2) + "MB"),
        Map.entry("work_mem", "64MB"),
        Map.entry("maintenance_work_mem", "512MB"),
        Map.entry("max_wal_size", "16GB"),
        Map.entry("checkpoint_timeout", "15min"),
        Map.entry("random_page_cost", "1.1"),
        Map.entry("jit", "off"),
        Map.entry("wal_level", "logical"),
        Map.entry("hot_standby_feedback", "on"),
        Map.entry("log_min_messages", "warning"),
        Map.entry("timezone", "UTC"));
  }

  private static long memoryBytes() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 4L << 30;
  }

  /** A new one in an empty folder. */
  static LabServer create(Path home) throws IOException {
    Files.createDirectories(home);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path passwordFile = home.resolve("password");
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.writeString(passwordFile, HexFormat.of().formatHex(random));
    LabServer server = start(home);
    try (Connection owner = server.connect("postgres")) {
      Sql.run(owner, "create database " + DATABASE);
    } catch (SQLException failed) {
      server.close();
      throw new LabException("cannot create the laboratory's database", failed);
    }
    return server;
  }

  /** One whose files are there: a copy of another. */
  static LabServer start(Path home) throws IOException {
    Path files = home.resolve("data");
    String password = Files.readString(home.resolve("password"));
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(home.resolve("program").toFile())
            .setDataDirectory(files)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_TIMEOUT)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .setConnectConfig("password", password)
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", home.resolve("password").toString())
            .setLocaleConfig("locale", "C");
    SETTINGS.forEach(builder::setServerConfig);
    return new LabServer(builder.start(), files, password);
  }

  Path files() {
    return files;
  }

  DatabaseTarget target() {
    return new DatabaseTarget(url(DATABASE), "postgres", password);
  }

  int port() {
    return server.getPort();
  }

  String password() {
    return password;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", password);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
