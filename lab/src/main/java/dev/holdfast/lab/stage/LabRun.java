package dev.holdfast.lab.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads and measures an engine's stages, one after the other. */
final class LabRun {
  private static final int LOOKS = 6;

  private final Engine engine;
  private final Demanded demanded;
  private final Asking asking;
  private final RunTable table = new RunTable(System.out);
  private final Instant startedAt = Instant.now();

  /**
   * A run that has not begun.
   *
   * @param runs of each report and stage, where there is time
   * @param budgetSeconds for each report and stage
   */
  LabRun(Engine engine, Demanded demanded, int runs, double budgetSeconds) {
    this.engine = engine;
    this.demanded = demanded;
    asking = new Asking(Questions.of(demanded, LOOKS), runs, budgetSeconds);
  }

  /** Stages up to the last are loaded, those from the first on are asked. */
  List<Measured> measure(int first, int last) throws Exception {
    List<Measured> measured = new ArrayList<>();
    Measured before = null;
    for (Stage stage : engine.stages()) {
      boolean needed = stage.number() <= last && (stage.number() >= first || stage.number() < 4);
      if (!needed) {
        continue;
      }
      Stage.Load load = stage.load(demanded);
      if (stage.number() >= first) {
        before = ask(stage, load, before);
        measured.add(before);
        table.stage(before, engine.caveat());
      }
    }
    return measured;
  }

  private Measured ask(Stage stage, Stage.Load load, @Nullable Measured before) throws Exception {
    try (Progress progress =
        Progress.steps("Asking stage " + stage.number(), Report.values().length)) {
      List<Timing> timings = asking.ask(stage, progress);
      return new Measured(
          stage.number(), stage.name(), stage.note(), load, stage.size(), timings, before);
    }
  }

  boolean bar(List<Measured> measured) {
    return table.bar(measured);
  }

  Path store(String id, List<Measured> measured, Path folder) throws IOException {
    return new RunFile(id, engine, demanded, startedAt, Instant.now())
        .stages(measured)
        .notVerified(engine.notVerified())
        .write(folder);
  }
}
