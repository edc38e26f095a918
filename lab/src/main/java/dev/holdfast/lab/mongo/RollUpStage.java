package dev.holdfast.lab.mongo;

import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.FactFolds;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.RollUpAnswers;
import dev.holdfast.lab.stage.Stage;
import dev.holdfast.storage.mongo.MongoRollUpStore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stage 3: the product's roll-ups, folded by the product's rules. */
final class RollUpStage implements Stage {
  static final List<String> COLLECTIONS = List.of("roll_up", "fact", "fold_part", "fold_state");

  private final MongoEngine engine;
  private @Nullable MongoRollUpStore store;

  RollUpStage(MongoEngine engine) {
    this.engine = engine;
  }

  @Override
  public int number() {
    return 3;
  }

  @Override
  public String name() {
    return "rolled up";
  }

  @Override
  public String note() {
    return "Sums by hour, day and month that every batch of orders changes; read as the product does.";
  }

  @Override
  public Load load(Demanded demanded) throws Exception {
    long began = System.nanoTime();
    MongoRollUpStore opened = MongoRollUpStore.connect(engine.url(""));
    store = opened;
    new FactFolds(opened, demanded).all();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Load(seconds, FactFolds.refresh(opened, demanded));
  }

  @Override
  public Answer ask(Question question) {
    return new RollUpAnswers(Objects.requireNonNull(store, "loaded first")).ask(question);
  }

  /** The store sends its own pipelines; what a server looks at for them is not told. */
  @Override
  public long readBytes(Question question) {
    return -1;
  }

  @Override
  public Size size() {
    return new Size(engine.bytes(COLLECTIONS), engine.memoryBytes());
  }

  void close() {
    if (store != null) {
      store.close();
    }
  }
}
