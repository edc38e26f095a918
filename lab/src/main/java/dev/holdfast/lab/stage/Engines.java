package dev.holdfast.lab.stage;

import dev.holdfast.lab.LabException;
import dev.holdfast.lab.mongo.MongoEngine;
import dev.holdfast.lab.postgres.PostgresEngine;
import java.nio.file.Path;

/** The engines that there are. */
final class Engines {
  private static final long USUAL_ROWS = 1_000_000;

  /** A server inside this process has no indexes: more rows take hours and show nothing. */
  private static final long ROWS_WITHOUT_MONGODB = 10_000;

  private Engines() {}

  /** So many rows where nobody says how many. */
  static long usualRows(String name) {
    return name.equals("mongo") && MongoEngine.ownServer().isEmpty()
        ? ROWS_WITHOUT_MONGODB
        : USUAL_ROWS;
  }

  /** Starts or connects to one; its files go to the folder. */
  static Engine open(String name, Path folder) throws Exception {
    return switch (name) {
      case "postgres" -> PostgresEngine.open(folder);
      case "mongo" -> MongoEngine.open(folder);
      default -> throw new LabException("--engine is postgres or mongo, not '" + name + "'.");
    };
  }
}
