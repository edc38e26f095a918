package dev.holdfast.storage.lake;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * How Snowflake is reached: its own JDBC driver, which is 107 MB and so not part of this program,
 * and a login from the environment. Secrets are never in a command line.
 */
public final class SnowflakeLogin {
  private static final String DRIVER = "HOLDFAST_SNOWFLAKE_DRIVER";
  private static final String USER = "HOLDFAST_SNOWFLAKE_USER";
  private static final String PASSWORD = "HOLDFAST_SNOWFLAKE_PASSWORD";
  private static final String KEY_FILE = "HOLDFAST_SNOWFLAKE_KEY_FILE";
  private static final String KEY_PASSPHRASE = "HOLDFAST_SNOWFLAKE_KEY_PASSPHRASE";

  /** How long an account may be out of reach before the command gives up. */
  private static final String SECONDS = "30";

  private SnowflakeLogin() {}

  /**
   * Signs in.
   *
   * @param url {@code jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?db=…&schema=…&warehouse=…}
   * @param environment of the process
   * @throws IllegalArgumentException with the mend, when that is not possible
   */
  public static Connection connect(String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:snowflake://")) {
      throw new IllegalArgumentException(
          "--to-snowflake is not an address of Snowflake. Write it as"
              + " jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?db=DB&schema=SCHEMA&warehouse=WH");
    }
    Properties login = login(environment);
    try {
      Connection connection = driver(environment).connect(url, login);
      if (connection == null) {
        throw new IllegalArgumentException(DRIVER + " is no driver for " + url + ".");
      }
      return connection;
    } catch (SQLException refused) {
      throw new IllegalArgumentException(
          "Cannot sign in to Snowflake as "
              + login.getProperty("user")
              + ": "
              + refused.getMessage()
              + " Check the account in --to-snowflake, "
              + USER
              + ", and "
              + PASSWORD
              + " or "
              + KEY_FILE
              + ". The lake itself is up to date.",
          refused);
    }
  }

  private static Properties login(Map<String, String> environment) {
    Properties login = new Properties();
    login.setProperty("user", needed(environment, USER, "the user to sign in as"));
    login.setProperty("loginTimeout", SECONDS);
    // Or the driver asks the metadata services of three clouds who this machine is, and tells.
    login.setProperty("disablePlatformDetection", "true");
    String key = environment.getOrDefault(KEY_FILE, "");
    if (!key.isEmpty()) {
      login.setProperty("private_key_file", key);
      String passphrase = environment.getOrDefault(KEY_PASSPHRASE, "");
      if (!passphrase.isEmpty()) {
        login.setProperty("private_key_file_pwd", passphrase);
      }
    } else {
      login.setProperty(
          "password", needed(environment, PASSWORD, "a password, or a key in " + KEY_FILE));
    }
    return login;
  }

  /** The class loader stays open as long as the process: the driver loads classes late. */
  private static Driver driver(Map<String, String> environment) {
    Path jar =
        Path.of(
            needed(
                environment,
                DRIVER,
                "the path of snowflake-jdbc-4.x.jar, from Maven Central (net.snowflake)"));
    if (!Files.isReadable(jar)) {
      throw new IllegalArgumentException(
          DRIVER + " names " + jar + ", which cannot be read. Download the driver there.");
    }
    try {
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {jar.toUri().toURL()}, SnowflakeLogin.class.getClassLoader());
      for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
        if (driver.getClass().getName().startsWith("net.snowflake.")) {
          return driver;
        }
      }
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(jar + ": " + unreadable.getMessage(), unreadable);
    }
    throw new IllegalArgumentException(
        DRIVER
            + " names "
            + jar
            + ", which holds no driver of Snowflake's. Use snowflake-jdbc-4.x.");
  }

  private static String needed(Map<String, String> environment, String name, String what) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("--to-snowflake needs " + name + ": " + what + ".");
    }
    return value;
  }
}
