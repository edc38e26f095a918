package dev.holdfast.lab.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.NextMinute;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Stages 0 to 2: every answer is computed from the rows of order lines. */
final class RawStage implements Stage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAGE = 8_192;

  private final PostgresEngine engine;
  private final int number;
  private final String name;
  private final String folder;
  private final String note;

  RawStage(PostgresEngine engine, int number, String name, String folder, String note) {
    this.engine = engine;
    this.number = number;
    this.name = name;
    this.folder = folder;
    this.note = note;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String note() {
    return note;
  }

  @Override
  public Load load(Demanded demanded) throws Exception {
    DataSource owner = engine.owner();
    long began = System.nanoTime();
    try (Connection connection = owner.getConnection()) {
      for (String statement : PostgresEngine.statements(Sql.file(folder, "schema"))) {
        Sql.run(connection, statement);
      }
      if (number == 0) {
        new LineLoad(owner, demanded.demand()).all(demanded);
        Sql.run(connection, "analyze lab.order_line, lab.stock_movement, lab.pick_walk");
        Sql.run(connection, "vacuum lab.order_line");
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Load(seconds, refresh(owner, connection, demanded));
    }
  }

  /** Another minute of rows, taken back again so that every stage answers about the same. */
  private static double refresh(DataSource owner, Connection connection, Demanded demanded)
      throws Exception {
    NextMinute minute = NextMinute.of(demanded);
    connection.setAutoCommit(false);
    long began = System.nanoTime();
    LineLoad load = new LineLoad(owner, minute.demand());
    for (ClientDay day : minute.days()) {
      load.orders(connection, day, minute.orders(day));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    connection.rollback();
    connection.setAutoCommit(true);
    return seconds;
  }

  @Override
  public Answer ask(Question question) throws Exception {
    return Sql.ask(engine.asking(), Sql.file(folder, question.report().label()), question);
  }

  @Override
  public long readBytes(Question question) throws Exception {
    String sql =
        "explain (analyze, buffers, timing off, format json) "
            + Sql.file(folder, question.report().label());
    try (PreparedStatement statement = Sql.prepare(engine.asking(), sql, question);
        ResultSet row = statement.executeQuery()) {
      row.next();
      JsonNode plan = JSON.readTree(row.getString(1)).get(0).get("Plan");
      return PAGE
          * (plan.get("Shared Hit Blocks").asLong() + plan.get("Shared Read Blocks").asLong());
    }
  }

  @Override
  public Size size() throws SQLException {
    try (Connection connection = engine.owner().getConnection()) {
      return new Size(
          Sql.number(
              connection,
              "select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n"
                  + " on n.oid = relnamespace where nspname = 'lab' and relkind = 'r'"),
          engine.memoryBytes());
    }
  }
}
