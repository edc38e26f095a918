package dev.holdfast.lab.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lab.generate.ClientProfile;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.generate.Postcodes;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Report;
import dev.holdfast.lab.stage.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every stage gives the same answers, on the server in this process that speaks MongoDB's protocol.
 * On a real one {@code ./holdfast lab --engine mongo} compares them.
 */
class StagesOnInProcessServerTest {
  /** A payday in the middle, a change of clocks at the end. */
  private static final LocalDate FROM = LocalDate.of(2026, 10, 12);

  private static final int DAYS = 14;

  private static Demanded demanded() {
    Demand demand =
        new Demand(3, 2, FROM, DAYS, 10, 20, 1, 2.5, 0.3, 0.9, 50, List.of(), Postcodes.own());
    return Demanded.ofRows(demand, 400);
  }

  private static List<Question> questions(Demanded demanded) {
    List<Question> questions = new ArrayList<>();
    LocalDate payday = LocalDate.of(2026, 10, 16);
    for (ClientProfile client : demanded.demand().profiles()) {
      String place = client.places().getLast().code();
      for (Report report : Report.values()) {
        boolean fridays = report == Report.PAYDAY;
        List<LocalDate> days = fridays ? List.of(payday, payday.plusDays(7)) : List.of();
        LocalDate to = fridays ? payday.plusDays(7) : FROM.plusDays(DAYS - 1L);
        LocalDate from = fridays ? payday : FROM.plusDays(2);
        questions.add(new Question(report, client, from, to, "", days, demanded.now()));
        if (report == Report.OVERVIEW || report == Report.CARRIERS) {
          questions.add(new Question(report, client, from, to, place, days, demanded.now()));
        }
      }
    }
    return questions;
  }

  @Test
  void stagesAnswerAlike(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        MongoEngine.ownServer().isEmpty(), "./holdfast lab --engine mongo compares real ones");
    Demanded demanded = demanded();
    List<Question> questions = questions(demanded);
    Map<Question, List<Answer.Row>> said = new HashMap<>();
    int compared = 0;
    try (MongoEngine engine = MongoEngine.open(folder)) {
      for (Stage stage : engine.stages()) {
        stage.load(demanded);
        for (Question question : questions) {
          List<Answer.Row> answer = sorted(stage.ask(question));
          assertThat(answer).as("%s", question).isNotEmpty();
          List<Answer.Row> before = said.putIfAbsent(question, answer);
          if (before != null) {
            assertThat(answer).as("%s by %s", question, stage.name()).isEqualTo(before);
            compared++;
          }
        }
      }
      assertThat(engine.notVerified()).anyMatch(each -> each.contains("nothing about a real"));
      assertThat(engine.caveat()).contains(MongoEngine.OWN_SERVER);
    }
    assertThat(compared).isGreaterThanOrEqualTo(4 * 20);
  }

  private static List<Answer.Row> sorted(Answer answer) {
    return answer.rows().stream()
        .filter(row -> row.values().stream().anyMatch(value -> value != 0))
        .sorted(Comparator.comparing(row -> row.keys().toString()))
        .toList();
  }
}
