package dev.holdfast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  @Test
  void jsonIsOneLineWithCommandFiguresBarsMachineAndVersions() throws Exception {
    Report report = report(false);

    String json = ReportText.json(report);

    assertThat(json).doesNotContain("\n");
    JsonNode root = new ObjectMapper().readTree(json);
    assertThat(root.path("command").asText()).isEqualTo("bench hot-sku");
    assertThat(root.path("figures").path("holdfast_per_s").asLong()).isEqualTo(30_000);
    assertThat(root.path("figures").path("ratio").asDouble()).isEqualTo(10.714);
    JsonNode bar = root.path("bars").get(0);
    assertThat(bar.path("name").asText()).isEqualTo("times the naive best");
    assertThat(bar.path("value").asDouble()).isEqualTo(10.714);
    assertThat(bar.path("bar").asText()).isEqualTo(">= 10");
    assertThat(bar.path("holds").asBoolean()).isTrue();
    assertThat(bar.path("judged").asBoolean()).isTrue();
    assertThat(root.path("machine").path("cores").asInt()).isPositive();
    assertThat(root.path("machine").path("kernel").asText()).isNotEmpty();
    assertThat(root.path("versions").path("jdk").asText()).startsWith("25");
    assertThat(root.path("versions").path("postgresql").asText()).isEqualTo("18.6");
  }

  @Test
  void jsonWritesANumberThatCouldNotBeMeasuredAsNull() throws Exception {
    Report report = new Report("bench lone", false).figure("ratio", Double.NaN);

    JsonNode root = new ObjectMapper().readTree(ReportText.json(report));

    assertThat(root.path("figures").path("ratio").isNull()).isTrue();
    assertThat(root.path("bars").isArray()).isTrue();
  }

  @Test
  void textShowsTablesNotesBarsMachineAndVersions() {
    List<String> lines = ReportText.lines(report(false));

    assertThat(lines).anyMatch(line -> line.matches("  naive, 64 clients +1,300"));
    assertThat(lines).contains("The generator was not the limit.");
    assertThat(lines).anyMatch(line -> line.matches("times the naive best +10.71 +>= 10 +holds"));
    assertThat(lines).anyMatch(line -> line.startsWith("machine "));
    assertThat(lines).anyMatch(line -> line.contains("postgresql 18.6"));
  }

  @Test
  void theQuickFormShowsSpeedWithoutJudgingIt() {
    Report report = report(true);

    assertThat(ReportText.lines(report)).anyMatch(line -> line.endsWith("not judged"));
    assertThat(ReportText.lines(report).getFirst()).contains("quick");
  }

  private static Report report(boolean quick) {
    return new Report("bench hot-sku", quick)
        .figure("holdfast_per_s", 30_000)
        .figure("ratio", 10.7142857)
        .table("Rates", new Table("reservations", "per second").row("naive, 64 clients", "1,300"))
        .note("The generator was not the limit.")
        .speed("times the naive best", 10.7142857, Relation.AT_LEAST, 10)
        .version("postgresql", "18.6");
  }
}
