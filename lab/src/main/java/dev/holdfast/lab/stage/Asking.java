package dev.holdfast.lab.stage;

import dev.holdfast.lab.LabException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a stage every question several times, and compares what it says with what the stage before
 * said. A report is asked until it was asked often enough or its time is up, but never fewer than
 * {@link #LEAST_RUNS} totals. For one thread.
 */
final class Asking {
  static final int LEAST_RUNS = 3;
  private static final int SHOWN_DIFFERENCES = 3;

  private final List<Question> questions;
  private final int runs;
  private final long budgetNanos;
  private final Map<Question, List<Answer.Row>> said = new HashMap<>();

  Asking(List<Question> questions, int runs, double budgetSeconds) {
    this.questions = questions;
    this.runs = Math.max(LEAST_RUNS, runs);
    this.budgetNanos = (long) (budgetSeconds * 1e9);
  }

  List<Timing> ask(Stage stage, Progress progress) throws Exception {
    List<Timing> timings = new ArrayList<>();
    for (Report report : Report.values()) {
      timings.add(ask(stage, report));
      progress.reached(timings.size());
    }
    return timings;
  }

  /** Looks take turns; the first round is not counted where there is time for another. */
  private Timing ask(Stage stage, Report report) throws Exception {
    List<Question> looks = questions.stream().filter(each -> each.report() == report).toList();
    long began = System.nanoTime();
    List<Long> totals = new ArrayList<>();
    List<Long> databases = new ArrayList<>();
    long rows = 0;
    int warm = 0;
    while (totals.size() < runs
        && (totals.size() < LEAST_RUNS || System.nanoTime() - began < budgetNanos)) {
      Question question = looks.get((totals.size() + warm) % looks.size());
      long asked = System.nanoTime();
      Answer answer = stage.ask(question);
      long total = System.nanoTime() - asked;
      rows += answer.rows().size();
      compare(stage, question, answer);
      // What is compiled and cached by the first round is not what people wait for all day.
      boolean quick = total * looks.size() * LEAST_RUNS < budgetNanos;
      if (warm < looks.size() && quick && totals.isEmpty()) {
        warm++;
      } else {
        totals.add(total);
        databases.add(answer.databaseNanos());
      }
    }
    return new Timing(
        report,
        totals,
        databases,
        stage.readBytes(looks.getFirst()),
        rows / (totals.size() + warm));
  }

  private void compare(Stage stage, Question question, Answer answer) {
    List<Answer.Row> now = answer.comparable();
    List<Answer.Row> before = said.putIfAbsent(question, now);
    if (before == null || before.equals(now)) {
      return;
    }
    List<Answer.Row> more = new ArrayList<>(now);
    more.removeAll(before);
    List<Answer.Row> less = new ArrayList<>(before);
    less.removeAll(now);
    throw new LabException(
        "Stage "
            + stage.number()
            + " ("
            + stage.name()
            + ") answers "
            + question
            + " otherwise than the stages before it: "
            + first(more)
            + " instead of "
            + first(less)
            + ". One of them is wrong; this run is worth nothing.");
  }

  private static List<Answer.Row> first(List<Answer.Row> rows) {
    return rows.subList(0, Math.min(rows.size(), SHOWN_DIFFERENCES));
  }
}
