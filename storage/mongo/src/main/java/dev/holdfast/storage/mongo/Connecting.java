package dev.holdfast.storage.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.event.CommandListener;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * How the driver is set up: what is safe, and how long anything may take. Whatever of it the URL
 * says otherwise is overruled, but for its servers, its credentials, TLS and the read preference.
 */
final class Connecting {
  /** Where the URL names no database. */
  static final String DATABASE = "holdfast";

  /** Longer, and a server that is not there makes every report wait. */
  private static final int CONNECT_MILLIS = 2_000;

  /** An election takes up to 10 s; reports would rather say that they are not available. */
  private static final int SELECTION_MILLIS = 5_000;

  /** A statement that takes longer is given up; {@link #READ_MILLIS} ends reads before. */
  private static final int SOCKET_MILLIS = 30_000;

  /** The server ends a read that takes longer. */
  static final int READ_MILLIS = 10_000;

  /** How long a write waits until a majority has it. */
  private static final int MAJORITY_MILLIS = 10_000;

  /** As many as reports have of PostgreSQL, and one that folds. */
  private static final int MAX_CONNECTIONS = 5;

  private Connecting() {}

  /**
   * @param listener hears every command; null for nobody
   * @throws IllegalArgumentException with the mend when the URL cannot be read
   */
  static MongoClientSettings settings(String url, @Nullable CommandListener listener) {
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder()
            .applyConnectionString(connection(url))
            .applicationName("holdfast")
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .readConcern(ReadConcern.MAJORITY)
            .writeConcern(
                WriteConcern.MAJORITY.withWTimeout(MAJORITY_MILLIS, TimeUnit.MILLISECONDS))
            .retryReads(true)
            .retryWrites(true)
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                    .readTimeout(SOCKET_MILLIS, TimeUnit.MILLISECONDS))
            .applyToConnectionPoolSettings(pool ->
                pool.maxSize(MAX_CONNECTIONS).maxWaitTime(SELECTION_MILLIS, TimeUnit.MILLISECONDS));
    if (listener != null) {
      settings.addCommandListener(listener);
    }
    return settings.build();
  }

  /** The database that the URL names, or {@link #DATABASE}. */
  static String database(String url) {
    String named = connection(url).getDatabase();
    return named == null ? DATABASE : named;
  }

  private static ConnectionString connection(String url) {
    try {
      return new ConnectionString(url);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "the MongoDB URL cannot be read ("
              + unreadable.getMessage()
              + "); it looks like mongodb://host1,host2,host3/holdfast?replicaSet=name",
          unreadable);
    }
  }
}
