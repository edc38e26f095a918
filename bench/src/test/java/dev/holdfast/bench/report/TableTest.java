package dev.holdfast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table =
        new Table("side", "rate").row("naive", "1,300").row("Holdfast over HTTP", "30,000");

    assertThat(table.lines())
        .containsExactly(
            "side                  rate",
            "------------------  ------",
            "naive                1,300",
            "Holdfast over HTTP  30,000");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new Table("side", "rate").row("naive"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells in a table of 2 columns");
  }
}
