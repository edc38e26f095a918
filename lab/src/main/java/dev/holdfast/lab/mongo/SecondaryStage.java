package dev.holdfast.lab.mongo;

import dev.holdfast.lab.LabException;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.RollUpAnswers;
import dev.holdfast.lab.stage.Stage;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.mongo.MongoRollUpStore;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Stage 4: the same roll-ups, read from a secondary of the replica set. */
final class SecondaryStage implements Stage {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final MongoEngine engine;
  private @Nullable MongoRollUpStore secondary;

  SecondaryStage(MongoEngine engine) {
    this.engine = engine;
  }

  @Override
  public int number() {
    return 4;
  }

  @Override
  public String name() {
    return "secondary";
  }

  @Override
  public String note() {
    return "The same roll-ups, read from a secondary: reports leave the primary alone.";
  }

  /** Waits until the secondary has everything: it is asked for answers, not for lag. */
  @Override
  public Load load(Demanded demanded) {
    long began = System.nanoTime();
    MongoRollUpStore opened = MongoRollUpStore.connect(engine.url("readPreference=secondary"));
    secondary = opened;
    Mark folded;
    try (MongoRollUpStore primary = MongoRollUpStore.connect(engine.url(""))) {
      folded = primary.mark();
    }
    while (!opened.mark().equals(folded)) {
      if (System.nanoTime() - began > PATIENCE_NANOS) {
        throw new LabException(
            "The secondary has not caught up within a minute; look at rs.status() on "
                + MongoEngine.OWN_SERVER);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return new Load((System.nanoTime() - began) / 1e9, -1);
  }

  @Override
  public Answer ask(Question question) {
    return new RollUpAnswers(Objects.requireNonNull(secondary, "loaded first")).ask(question);
  }

  @Override
  public long readBytes(Question question) {
    return -1;
  }

  @Override
  public Size size() {
    return new Size(engine.bytes(RollUpStage.COLLECTIONS), -1);
  }

  void close() {
    if (secondary != null) {
      secondary.close();
    }
  }
}
