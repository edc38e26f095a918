package dev.holdfast.storage.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The PostgreSQL database that Holdfast lives in, and the login that owns its schema.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseTarget(String jdbcUrl, String user, String password) {
  /**
   * Reads {@code postgres://user:password@host:5432/name?sslmode=require}, {@code postgresql://…}
   * or a JDBC URL with {@code user} and {@code password} parameters.
   *
   * @throws IllegalArgumentException with the mend when it is neither
   */
  public static DatabaseTarget parse(String url) {
    if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
      return parseUri(url);
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw unusable();
    }
    Properties parsed = Driver.parseURL(url, null);
    if (parsed == null) {
      throw unusable();
    }
    int question = url.indexOf('?');
    String bare = question < 0 ? url : url.substring(0, question);
    StringBuilder kept = new StringBuilder();
    if (question >= 0) {
      for (String parameter : url.substring(question + 1).split("&")) {
        if (!parameter.startsWith("user=") && !parameter.startsWith("password=")) {
          kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
        }
      }
    }
    return new DatabaseTarget(
        bare + kept,
        parsed.getProperty("user", System.getProperty("user.name", "postgres")),
        parsed.getProperty("password", ""));
  }

  private static DatabaseTarget parseUri(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException malformed) {
      throw unusable();
    }
    String host = uri.getHost();
    String path = uri.getPath();
    if (host == null || path == null || path.length() < 2) {
      throw unusable();
    }
    String[] login = userInfo(uri.getRawUserInfo());
    String jdbc =
        "jdbc:postgresql://"
            + host
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + path
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return new DatabaseTarget(jdbc, login[0], login[1]);
  }

  private static String[] userInfo(@Nullable String raw) {
    if (raw == null) {
      return new String[] {"postgres", ""};
    }
    int colon = raw.indexOf(':');
    String user = colon < 0 ? raw : raw.substring(0, colon);
    String password = colon < 0 ? "" : raw.substring(colon + 1);
    return new String[] {decoded(user), decoded(password)};
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "HOLDFAST_DATABASE_URL is not a PostgreSQL address. Write it as"
            + " postgres://user:password@host:5432/database");
  }

  @Override
  public String toString() {
    return jdbcUrl + " as " + user;
  }
}
