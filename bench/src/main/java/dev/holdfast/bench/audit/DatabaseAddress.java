package dev.holdfast.bench.audit;

import dev.holdfast.bench.instance.InstanceException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The address of a database as people write it.
 *
 * @param jdbcUrl for the driver
 * @param login {@code user} and {@code password}, as far as they are not part of the URL
 */
record DatabaseAddress(String jdbcUrl, Properties login) {
  private static final String UNUSABLE =
      "The database's address is not usable. Write it as"
          + " postgres://user:password@host:5432/database.";

  /** Reads {@code postgres://user:password@host:port/name?options} or a JDBC URL. */
  static DatabaseAddress parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(text, new Properties());
    }
    if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
      throw new InstanceException(UNUSABLE);
    }
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw new InstanceException(UNUSABLE, malformed);
    }
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw new InstanceException(UNUSABLE);
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
        login(uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()));
  }

  /** Opens a connection, or says in a sentence why there is none. */
  Connection connect() {
    try {
      return DriverManager.getConnection(jdbcUrl, login);
    } catch (SQLException failed) {
      throw new InstanceException(
          "Cannot connect to the database: "
              + failed.getMessage()
              + ". Check that it runs, and the user and password of its address.",
          failed);
    }
  }

  private static Properties login(String userInfo) {
    Properties login = new Properties();
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    if (!user.isEmpty()) {
      login.setProperty("user", decoded(user));
    }
    if (colon >= 0) {
      login.setProperty("password", decoded(userInfo.substring(colon + 1)));
    }
    return login;
  }

  /** Percent signs only: a plus in a password is a plus. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
