package dev.holdfast.bench.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostgreSQL with sound books in it, made by the project's own migrations. Every test gets a
 * copy of its own; the copies share one server, and so its roles.
 */
final class AuditDatabase {
  static final String NAME = "audit_test";
  private static final String SOUND = "sound_books";
  private static final List<String> KINDS =
      List.of("app", "writer", "access", "jobs", "feed", "audit");
  private static final Path MIGRATIONS =
      Path.of("../storage/postgres/src/main/resources/dev/holdfast/storage/postgres/migration");

  /** How the tests name what they break. */
  private static final List<String> NAMES =
      List.of(
          """
          create function public.pos(owner text, sku text, location text) returns bigint
          language sql as $$
            select s.id << 20 | l.id from holdfast.client c
            join holdfast.sku s on s.client_id = c.id and s.code = sku
            join holdfast.location l on l.client_id = c.id and l.code = location
            where c.code = owner $$
          """,
          """
          create function public.made_by(key text) returns uuid language sql as $$
            select (outcome::json ->> 'subject')::uuid from holdfast.command_outcome
            where idempotency_key = key $$
          """);

  private static final AuditDatabase ONLY = new AuditDatabase();

  private final EmbeddedPostgres server;

  private AuditDatabase() {
    try {
      server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      for (String kind : KINDS) {
        execute("postgres", "create role " + NAME + "_" + kind + " login noinherit");
      }
      execute("postgres", "create database " + SOUND);
      try (Connection connection = connect(SOUND)) {
        migrate(connection);
        SoundBooks.write(new Books(connection));
        try (Statement statement = connection.createStatement()) {
          for (String function : NAMES) {
            statement.execute(function);
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Makes a new copy of the sound books and returns the address of its owner's login. */
  static String fresh() throws SQLException {
    ONLY.execute("postgres", "drop database if exists " + NAME + " with (force)");
    for (String kind : KINDS) {
      ONLY.execute(
          "postgres",
          "alter role "
              + NAME
              + "_"
              + kind
              + " nosuperuser nobypassrls nocreaterole nocreatedb noreplication",
          "revoke pg_monitor from " + NAME + "_" + kind);
    }
    ONLY.execute("postgres", "create database " + NAME + " template " + SOUND);
    return ONLY.url(NAME);
  }

  /** Opens the address; unqualified names are those of the program, or {@code public}. */
  static Connection connect(String url, String... statements) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set search_path = holdfast, public");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return connection;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  private String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  private void execute(String database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void migrate(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema holdfast");
      statement.execute("set search_path = holdfast, public");
      for (Path file : migrations()) {
        String sql = Files.readString(file).replace("${flyway:defaultSchema}", "holdfast");
        for (String kind : KINDS) {
          sql = sql.replace("${" + kind + "}", NAME + "_" + kind);
        }
        statement.execute(sql);
      }
    }
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.sorted(Comparator.comparingInt(AuditDatabase::version)).toList();
    }
  }

  private static int version(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
  }
}
