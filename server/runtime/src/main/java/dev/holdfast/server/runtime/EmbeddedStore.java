package dev.holdfast.server.runtime;

import dev.holdfast.storage.postgres.DatabaseTarget;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on loopback, with its files under the data folder: durable (fsync and
 * synchronous commit on) and behind a password that only the data folder's owner can read.
 */
final class EmbeddedStore implements AutoCloseable {
  private static final String DATABASE = "holdfast";
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

  private final EmbeddedPostgres server;
  private final Path files;
  private final String password;

  private EmbeddedStore(EmbeddedPostgres server, Path files, String password) {
    this.server = server;
    this.files = files;
    this.password = password;
  }

  /**
   * Starts the server, making its files first where there are none. One that a killed process left
   * behind is stopped before.
   */
  static EmbeddedStore start(Path data) throws IOException {
    Path home = Files.createDirectories(data.resolve("postgres"));
    // The library unpacks the server's program world-writable; nobody else may come near it.
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path files = home.resolve("data");
    Path passwordFile = home.resolve("password");
    LeftoverServer.end(files, STOP_TIMEOUT);
    String password = password(passwordFile);
    EmbeddedPostgres server = builder(home, files, passwordFile, password).start();
    EmbeddedStore store = new EmbeddedStore(server, files, password);
    store.createDatabase();
    return store;
  }

  private static EmbeddedPostgres.Builder builder(
      Path home, Path files, Path passwordFile, String password) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(home.resolve("program").toFile())
        .setDataDirectory(files)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_TIMEOUT)
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
        .setConnectConfig("password", password)
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("checkpoint_timeout", "15min")
        .setServerConfig("random_page_cost", "1.1")
        .setServerConfig("wal_level", "logical")
        // A feed that nobody reads may keep so much log and no more; then it begins anew.
        .setServerConfig("max_slot_wal_keep_size", "1GB")
        .setServerConfig("log_min_messages", "warning");
  }

  /** Made once, before the server's files, and readable by the owner only. */
  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(file);
      Files.setPosixFilePermissions(
          file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  private void createDatabase() throws IOException {
    String maintenance = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    try (Connection connection = DriverManager.getConnection(maintenance, "postgres", password);
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE);
    } catch (SQLException failed) {
      throw new IOException("cannot create the database: " + failed.getMessage(), failed);
    }
  }

  DatabaseTarget target() {
    return new DatabaseTarget(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE, "postgres", password);
  }

  /** The process of the server; 0 when it has just died. */
  long pid() throws IOException {
    return LeftoverServer.postmaster(files).map(ProcessHandle::pid).orElse(0L);
  }

  @Override
  public void close() {
    try {
      Optional<ProcessHandle> running = LeftoverServer.postmaster(files);
      server.close();
      // The library waits 5 s and goes on; writing everything down may take a slow disk longer.
      if (running.isPresent()) {
        LeftoverServer.awaitEnd(running.get(), STOP_TIMEOUT);
      }
    } catch (IOException failed) {
      LOG.warn("the database server did not stop cleanly: {}", failed.getMessage());
    }
  }
}
