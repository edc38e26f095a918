package dev.holdfast.lab.postgres;

import dev.holdfast.lab.generate.Place;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements in {@code stages/}: written for psql, whose variables ({@code :'client'}) become
 * parameters here.
 */
final class Sql {
  private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

  private Sql() {}

  /** The text of a file in {@code stages/postgres}. */
  static String file(String stage, String name) {
    String path = "/dev/holdfast/lab/stages/postgres/" + stage + "/" + name + ".sql";
    try (InputStream found = Sql.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(found, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(path, failed);
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One number. */
  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** One text. */
  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return Objects.toString(row.getString(1), "");
    }
  }

  /** A question's statement with its values bound. */
  static PreparedStatement prepare(Connection connection, String sql, Question question)
      throws SQLException {
    List<String> names = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(sql);
    StringBuilder text = new StringBuilder();
    while (variables.find()) {
      names.add(variables.group(1));
      variables.appendReplacement(text, "?");
    }
    variables.appendTail(text);
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < names.size(); i++) {
      statement.setString(i + 1, value(names.get(i), question));
    }
    return statement;
  }

  private static String value(String name, Question question) {
    return switch (name) {
      case "client" -> question.client().code();
      case "client_id" -> Integer.toString(question.client().number());
      case "location_id" -> Integer.toString(number(question));
      case "from" -> question.from().toString();
      case "to" -> question.to().toString();
      case "location" -> question.location();
      case "days" ->
          question.days().stream().map(LocalDate::toString).collect(Collectors.joining(","));
      case "now" -> question.now().toString();
      default -> throw new IllegalArgumentException("nobody knows :'" + name + "'");
    };
  }

  private static int number(Question question) {
    return question.client().places().stream()
        .filter(place -> place.code().equals(question.location()))
        .mapToInt(Place::number)
        .findFirst()
        .orElse(0);
  }

  /** Runs it; all of the time counts as the database's, which sends a handful of rows. */
  static Answer ask(Connection connection, String sql, Question question) throws SQLException {
    long began = System.nanoTime();
    List<List<String>> found = new ArrayList<>();
    Report report = question.report();
    int columns = report.keys() + report.numbers();
    try (PreparedStatement statement = prepare(connection, sql, question);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
          cells.add(Objects.toString(rows.getString(i), "0"));
        }
        found.add(cells);
      }
    }
    long databaseNanos = System.nanoTime() - began;
    List<Answer.Row> answer = new ArrayList<>(found.size());
    for (List<String> cells : found) {
      long[] values = new long[report.numbers()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Long.parseLong(cells.get(report.keys() + i));
      }
      answer.add(Answer.Row.of(cells.subList(0, report.keys()), values));
    }
    return new Answer(answer, databaseNanos);
  }
}
