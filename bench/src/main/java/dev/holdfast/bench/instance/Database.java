package dev.holdfast.bench.instance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The owner's login to the database of an instance. Baselines work there in schemas of their own.
 *
 * @param url JDBC URL without login
 * @param user the owner
 * @param password its password
 */
public record Database(String url, String user, String password) {
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  /** The database of the server that runs in a data folder; empty if none does. */
  public static Optional<Database> ofFolder(Path folder) {
    return RunFile.read(folder).map(RunFile::database);
  }

  /** Opens a connection of plain JDBC. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The URL with the login in it, as {@code HOLDFAST_DATABASE_URL} takes it. */
  String urlWithLogin() {
    String separator = url.contains("?") ? "&" : "?";
    return url + separator + "user=" + encoded(user) + "&password=" + encoded(password);
  }

  /** Refuses a database that answers before its commits are on disk. */
  public void requireDurable() throws SQLException {
    for (String setting : DURABLE) {
      String value = ask("show " + setting);
      if (!value.equals("on")) {
        throw new InstanceException(
            "The database runs with "
                + setting
                + " = "
                + value
                + ", which makes every figure a lie. Set it to on and start again.");
      }
    }
  }

  /** The server's version, such as {@code 18.6}. */
  public String version() throws SQLException {
    return ask("show server_version");
  }

  /** Deadlocks that this database has ever broken up. */
  public long deadlocks() throws SQLException {
    return Long.parseLong(
        ask("select deadlocks from pg_stat_database where datname = current_database()"));
  }

  /** Asks for one value as text. */
  public String ask(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new SQLException("No row for: " + sql);
      }
      return String.valueOf(row.getString(1));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
