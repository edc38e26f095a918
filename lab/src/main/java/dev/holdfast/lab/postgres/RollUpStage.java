package dev.holdfast.lab.postgres;

import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.FactFolds;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.RollUpAnswers;
import dev.holdfast.lab.stage.Stage;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import java.sql.Connection;
import java.sql.SQLException;

/** Stage 3: the product's roll-ups, folded by the product's rules. */
final class RollUpStage implements Stage {
  private final PostgresEngine engine;

  RollUpStage(PostgresEngine engine) {
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
    Database database = Database.open(engine.target(), 1);
    engine.opened(database);
    PostgresRollUpStore store = new PostgresRollUpStore(database);
    new FactFolds(store, demanded).all();
    try (Connection owner = engine.owner().getConnection()) {
      Sql.run(owner, "vacuum analyze " + Database.SCHEMA + ".roll_up");
      Sql.run(owner, "vacuum analyze " + Database.SCHEMA + ".open_shipment");
      Sql.run(owner, "vacuum analyze " + Database.SCHEMA + ".backlog");
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Load(seconds, FactFolds.refresh(store, demanded));
  }

  @Override
  public Answer ask(Question question) {
    return new RollUpAnswers(new PostgresRollUpStore(engine.database())).ask(question);
  }

  @Override
  public long readBytes(Question question) throws Exception {
    RollUpReads.checkStatements(engine.database().jobs(), question, ask(question));
    return RollUpReads.bytes(engine.owner(), engine.database().reports(), question);
  }

  @Override
  public Size size() throws SQLException {
    try (Connection owner = engine.owner().getConnection()) {
      return new Size(rollUpBytes(owner), engine.memoryBytes());
    }
  }

  static long rollUpBytes(Connection owner) throws SQLException {
    return Sql.number(
        owner,
        "select pg_total_relation_size('holdfast.roll_up')"
            + " + pg_total_relation_size('holdfast.roll_up_fact')"
            + " + pg_total_relation_size('holdfast.open_shipment')"
            + " + pg_total_relation_size('holdfast.backlog')");
  }
}
