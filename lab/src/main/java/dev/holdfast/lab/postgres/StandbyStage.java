package dev.holdfast.lab.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.FactFolds;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.RollUpAnswers;
import dev.holdfast.lab.stage.Stage;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.DatabaseTarget;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stage 4: the roll-ups of stage 3 read from a standby while the primary folds further orders. */
final class StandbyStage implements Stage, AutoCloseable {
  private final PostgresEngine engine;
  private @Nullable LabServer server;
  private @Nullable HikariDataSource owner;
  private @Nullable Database database;
  private @Nullable Ingest ingest;

  StandbyStage(PostgresEngine engine) {
    this.engine = engine;
  }

  @Override
  public int number() {
    return 4;
  }

  @Override
  public String name() {
    return "standby";
  }

  @Override
  public String note() {
    return "The same roll-ups read from a hot standby, while the primary folds orders without pause.";
  }

  @Override
  public Load load(Demanded demanded) throws Exception {
    long began = System.nanoTime();
    try (Connection primary = engine.owner().getConnection()) {
      server = Standby.start(engine.primary(), primary, engine.folder().resolve("standby"));
      DatabaseTarget target = server.target();
      owner = PostgresEngine.pool(target, "public");
      try (Connection standby = owner.getConnection()) {
        Standby.await(primary, standby);
        double seconds = (System.nanoTime() - began) / 1e9;
        database = Database.open(engine.target(), target, 1);
        double refresh = refresh(demanded, primary, standby);
        ingest = new Ingest(new PostgresRollUpStore(engine.database()), demanded);
        return new Load(seconds, refresh);
      }
    }
  }

  /** Seconds until one more minute of orders counts there. */
  private double refresh(Demanded demanded, Connection primary, Connection standby)
      throws SQLException {
    PostgresRollUpStore store = new PostgresRollUpStore(engine.database());
    // The minute of stage 3 was taken back in its version 2; it cannot come again.
    List<FactBatch> batches = FactFolds.minute(demanded.later(), store.mark().value());
    long began = System.nanoTime();
    store.fold(batches.get(0));
    Standby.await(primary, standby);
    double seconds = (System.nanoTime() - began) / 1e9;
    store.fold(batches.get(1));
    Standby.await(primary, standby);
    return seconds;
  }

  @Override
  public Answer ask(Question question) {
    return new RollUpAnswers(new PostgresRollUpStore(opened())).ask(question);
  }

  private Database opened() {
    if (database == null) {
      throw new IllegalStateException("not loaded");
    }
    return database;
  }

  @Override
  public long readBytes(Question question) throws Exception {
    if (ingest != null) {
      ingest.close();
      ingest = null;
    }
    HikariDataSource standby = owner;
    return standby == null ? -1 : RollUpReads.bytes(standby, opened().reports(), question);
  }

  @Override
  public Size size() throws SQLException {
    HikariDataSource standby = owner;
    if (standby == null || server == null) {
      return new Size(-1, -1);
    }
    try (Connection connection = standby.getConnection()) {
      return new Size(
          Sql.number(connection, "select sum(pg_database_size(oid)) from pg_database"),
          ServerMemory.bytes(server.files()));
    }
  }

  @Override
  public void close() throws IOException {
    if (ingest != null) {
      ingest.close();
    }
    if (database != null) {
      database.close();
    }
    if (owner != null) {
      owner.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
