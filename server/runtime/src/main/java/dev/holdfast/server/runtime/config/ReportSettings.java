package dev.holdfast.server.runtime.config;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Where reports are kept and read, and how fresh they are kept.
 *
 * @param enabled whether facts are folded; without it reports stay as they are
 * @param interval between looks at what is new
 * @param databaseUrl of a standby that is read instead of the database; empty for none
 * @param mongodbUrl where roll-ups are kept instead of the database; empty for there
 */
public record ReportSettings(
    boolean enabled, Duration interval, String databaseUrl, String mongodbUrl) {
  /** More often would be work without anything new. */
  private static final int LEAST_MS = 100;

  /** Reports that are older call themselves stale. */
  private static final int MOST_MS = 10_000;

  /** Without addresses, which hold passwords. */
  @Override
  public String toString() {
    return "ReportSettings[enabled " + enabled + ", every " + interval + "]";
  }

  /**
   * What was set.
   *
   * @throws IllegalArgumentException with the mend when a part cannot be used
   */
  static ReportSettings read(Config config) {
    String database = config.getString(Setting.REPORTS_DATABASE_URL.key());
    String mongodb = config.getString(Setting.REPORTS_MONGODB_URL.key());
    if (!database.isEmpty() && !mongodb.isEmpty()) {
      throw new IllegalArgumentException(
          "Reports are read from one place: set reports-database-url or reports-mongodb-url, not"
              + " both.");
    }
    return new ReportSettings(
        config.getBoolean(Setting.REPORTS_ENABLED.key()),
        Duration.ofMillis(Settings.number(config, Setting.REPORTS_INTERVAL_MS, LEAST_MS, MOST_MS)),
        database,
        mongodb);
  }
}
