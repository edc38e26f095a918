package dev.holdfast.lab.stage;

import dev.holdfast.lab.LabException;
import dev.holdfast.lab.postgres.PostgresEngine;
import java.nio.file.Path;

/** The engines that there are. */
final class Engines {
  private Engines() {}

  /** Starts or connects to one; its files go to the folder. */
  static Engine open(String name, Path folder) throws Exception {
    return switch (name) {
      case "postgres" -> PostgresEngine.open(folder);
      default -> throw new LabException("--engine is postgres, not '" + name + "'.");
    };
  }
}
