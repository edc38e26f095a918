package dev.holdfast.server.runtime;

import dev.holdfast.server.runtime.config.ReportSettings;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.mongo.MongoRollUpStore;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import org.jspecify.annotations.Nullable;

/** Where what reports count is kept and read: in the database, on its standby, or in MongoDB. */
final class RollUps implements AutoCloseable {
  private final RollUpStore reads;
  private final RollUpStore folds;
  private final @Nullable MongoRollUpStore mongo;

  RollUps(ReportSettings settings, Database database) {
    this.mongo =
        settings.mongodbUrl().isEmpty() ? null : MongoRollUpStore.connect(settings.mongodbUrl());
    this.reads = mongo != null ? mongo : new PostgresRollUpStore(database);
    // Not the standby's mark, which may be behind.
    this.folds = mongo != null ? mongo : new PostgresRollUpStore(database.jobs(), database.jobs());
  }

  /** For reports. */
  RollUpStore reads() {
    return reads;
  }

  /** For whoever adds facts or forgets them. */
  RollUpStore folds() {
    return folds;
  }

  @Override
  public void close() {
    if (mongo != null) {
      mongo.close();
    }
  }
}
