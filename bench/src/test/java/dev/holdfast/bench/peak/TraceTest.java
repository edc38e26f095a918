package dev.holdfast.bench.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.instance.InstanceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String HEADER = "second,lookups,queries,searches,reservations,sales";

  @Test
  void aTraceIsReadAsItWasWritten() {
    List<String> lines =
        List.of(HEADER, "0,100.000,10.000,6.000,5.000,4.000", "60,1.500,0.000,0.000,0.000,0.125");

    Trace trace = Trace.parse(lines);

    assertThat(trace.lines()).isEqualTo(lines);
    assertThat(trace.rows().getLast().rate(Kind.SELL)).isEqualTo(0.125);
    assertThat(trace.peak().second()).isZero();
    assertThat(trace.peak().total()).isEqualTo(125);
  }

  @Test
  void theLastRowIsAsLongAsTheOneBefore() {
    assertThat(Trace.parse(List.of(HEADER, "10,1,0,0,0,0", "70,1,0,0,0,0")).endSecond())
        .isEqualTo(130);
  }

  @Test
  void aKindCanBeLeftOut() {
    Trace trace = Trace.parse(List.of(HEADER, "0,5,0,3,0,0", "1,5,0,2,0,0"));

    assertThat(trace.without(Kind.SEARCH).lines())
        .containsExactly(
            HEADER, "0,5.000,0.000,0.000,0.000,0.000", "1,5.000,0.000,0.000,0.000,0.000");
  }

  @Test
  void aNumberFallsOnTheKindThatHoldsIt() {
    Trace.Row row = Trace.parse(List.of(HEADER, "0,5,0,3,0,2", "1,1,0,0,0,0")).rows().getFirst();

    assertThat(row.kindAt(4.9)).isEqualTo(Kind.LOOKUP);
    assertThat(row.kindAt(5)).isEqualTo(Kind.SEARCH);
    assertThat(row.kindAt(8)).isEqualTo(Kind.SELL);
    assertThat(row.kindAt(10)).isEqualTo(Kind.SELL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,2,3", "x,1,1,1,1,1", "0,1,1,1,1,-1", "0,1,1,1,NaN,1", "-1,1,1,1,1,1"})
  void aLineThatCannotBeReadIsNamedWithItsMend(String line) {
    assertThatThrownBy(() -> Trace.parse(List.of(HEADER, "0,1,1,1,1,1", line + ",", "9,1,1,1,1,1")))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("Line 3")
        .hasMessageContaining("5 rates");
  }

  @Test
  void rowsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> Trace.parse(List.of(HEADER, "60,1,1,1,1,1", "0,1,1,1,1,1")))
        .hasMessageContaining("Sort it");
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithTheHeader() {
    assertThatThrownBy(() -> Trace.parse(List.of("sku,location"))).hasMessageContaining(HEADER);
  }

  @Test
  void aTraceOfNothingIsRefused() {
    assertThatThrownBy(() -> Trace.parse(List.of(HEADER, "0,0,0,0,0,0", "1,0,0,0,0,0")))
        .hasMessageContaining("every rate is 0");
  }
}
