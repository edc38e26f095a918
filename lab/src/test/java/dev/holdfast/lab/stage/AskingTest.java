package dev.holdfast.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lab.LabException;
import dev.holdfast.lab.generate.ClientProfile;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.generate.Postcodes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stage that says something else than the ones before it ends the run. */
final class AskingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final List<Question> questions = questions();
  private final Asking asking = new Asking(questions, 3, 0.01);

  /** Says the same rows to every question. */
  private record Told(int number, List<Answer.Row> rows) implements Stage {
    @Override
    public String name() {
      return "told";
    }

    @Override
    public String note() {
      return "Says what it is told to.";
    }

    @Override
    public Load load(Demanded demanded) {
      return new Load(0, -1);
    }

    @Override
    public Answer ask(Question question) {
      return new Answer(rows, 1);
    }

    @Override
    public long readBytes(Question question) {
      return -1;
    }

    @Override
    public Size size() {
      return new Size(0, -1);
    }
  }

  private static List<Question> questions() {
    Demand demand = new Demand(1, 1, DAY, 1, 10, 10, 1, 3, 0.2, 1, 10, List.of(), Postcodes.own());
    ClientProfile client = demand.profiles().getFirst();
    return Arrays.stream(Report.values())
        .map(report -> new Question(report, client, DAY, DAY, "", List.of(), Instant.EPOCH))
        .toList();
  }

  private List<Timing> ask(int number, Answer.Row... rows) throws Exception {
    try (Progress progress = Progress.steps("asking", questions.size())) {
      return asking.ask(new Told(number, List.of(rows)), progress);
    }
  }

  private static Answer.Row row(String key, long value) {
    return Answer.Row.of(List.of(key), value);
  }

  @Test
  void theSameRowsInAnotherOrderAreTheSameAnswer() throws Exception {
    ask(0, row("a", 1), row("b", 2));

    assertThat(ask(1, row("b", 2), row("zero", 0), row("a", 1))).hasSameSizeAs(Report.values());
  }

  @Test
  void anotherNumberEndsTheRunAndIsNamed() throws Exception {
    ask(0, row("a", 1), row("b", 2));

    assertThatThrownBy(() -> ask(1, row("a", 1), row("b", 3)))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("Stage 1 (told) answers")
        .hasMessageContaining("[3]")
        .hasMessageContaining("instead of")
        .hasMessageContaining("[2]");
  }

  @Test
  void aRowThatIsMissingOrTooManyEndsTheRun() throws Exception {
    ask(0, row("a", 1), row("b", 2));

    assertThatThrownBy(() -> ask(1, row("a", 1))).isInstanceOf(LabException.class);
    assertThatThrownBy(() -> ask(2, row("a", 1), row("b", 2), row("b", 2)))
        .isInstanceOf(LabException.class);
  }
}
