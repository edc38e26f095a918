package dev.holdfast.storage.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of this JVM, with its files under the module's build folder,
 * and a new database for whoever asks. A database's owner is no superuser: it has the rights that
 * the documentation asks for and no more.
 */
final class TestServer {
  private static final String SUPERUSER_PASSWORD = "of the tests";
  private static final String OWNER_PASSWORD = "owner's";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestServer() {}

  private static EmbeddedPostgres start() {
    try {
      Path home =
          Files.createDirectories(
              Path.of("target", "postgres-" + ProcessHandle.current().pid()).toAbsolutePath());
      Path passwordFile = home.resolve("password");
      Files.writeString(passwordFile, SUPERUSER_PASSWORD);
      return EmbeddedPostgres.builder()
          .setDataDirectory(home.resolve("data"))
          .setConnectConfig("password", SUPERUSER_PASSWORD)
          .setLocaleConfig("auth", "scram-sha-256")
          .setLocaleConfig("pwfile", passwordFile.toString())
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("max_connections", "200")
          .setServerConfig("fsync", "off")
          .setServerConfig("wal_level", "logical")
          .setServerConfig("max_replication_slots", "40")
          .setServerConfig("max_wal_senders", "40")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static int port() {
    return SERVER.getPort();
  }

  /** An empty database and the login that owns it. */
  static DatabaseTarget newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    String owner = name + "_owner";
    DatabaseTarget target = new DatabaseTarget(url(name, port()), owner, OWNER_PASSWORD);
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create role "
              + owner
              + " login createrole replication password "
              + statement.enquoteLiteral(OWNER_PASSWORD));
      statement.execute("create database " + name + " owner " + owner);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return target;
  }

  /** The same database through another port. */
  static DatabaseTarget through(int port, DatabaseTarget target) {
    String url = target.jdbcUrl().replace(":" + port() + "/", ":" + port + "/");
    return new DatabaseTarget(url, target.user(), target.password());
  }

  private static String url(String database, int port) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?sslmode=disable&gssEncMode=disable";
  }

  private static Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database, port()), "postgres", SUPERUSER_PASSWORD);
  }

  /** A connection that no right and no policy stops, on the schema of a database. */
  static Connection superuser(DatabaseTarget target) throws SQLException {
    return as(target, "postgres", SUPERUSER_PASSWORD);
  }

  static Connection as(DatabaseTarget target, String user, String password) throws SQLException {
    return DriverManager.getConnection(
        target.jdbcUrl() + "&currentSchema=" + Database.SCHEMA, user, password);
  }
}
