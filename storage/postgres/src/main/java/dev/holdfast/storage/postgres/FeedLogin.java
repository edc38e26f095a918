package dev.holdfast.storage.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** How the feed's own role connects. */
record FeedLogin(String jdbcUrl, String user, String password) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** A picture of ten million positions takes half of it to its first row on a slow disk. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  /** While a picture is read nobody answers the server, which must not take that for death. */
  private static final String STREAM_OPTIONS = "-c wal_sender_timeout=300s";

  /** A connection for ordinary statements. Auto-commit is on. */
  Connection open() throws SQLException {
    Properties login = login();
    login.setProperty("currentSchema", Database.SCHEMA);
    login.setProperty("socketTimeout", Long.toString(READ_TIMEOUT.toSeconds()));
    return DriverManager.getConnection(jdbcUrl, login);
  }

  /**
   * A connection for a replication stream. It has no time-out of its own: a stream may be silent,
   * and {@link Heartbeat} notices one that is dead.
   */
  Connection openStream() throws SQLException {
    Properties login = login();
    login.setProperty("replication", "database");
    login.setProperty("preferQueryMode", "simple");
    login.setProperty("assumeMinServerVersion", "15");
    login.setProperty("options", STREAM_OPTIONS);
    return DriverManager.getConnection(jdbcUrl, login);
  }

  private Properties login() {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("ApplicationName", user);
    login.setProperty("connectTimeout", Long.toString(CONNECT_TIMEOUT.toSeconds()));
    login.setProperty("tcpKeepAlive", "true");
    return login;
  }
}
