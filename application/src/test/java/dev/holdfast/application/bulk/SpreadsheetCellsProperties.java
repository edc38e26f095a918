package dev.holdfast.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SpreadsheetCellsProperties {
  @Property
  void whatWasEscapedComesBack(@ForAll("cells") String text) {
    assertThat(SpreadsheetCells.unescape(SpreadsheetCells.escape(text))).isEqualTo(text);
  }

  @Property
  void nothingEscapedStartsAFormula(@ForAll("cells") String text) {
    String safe = SpreadsheetCells.escape(text);
    if (!safe.matches("[+-]?[0-9]+([.,][0-9]+)?")) {
      assertThat(safe).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
    }
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("'=+-@\t＝＠1.5a ").ofMaxLength(6);
  }

  @Example
  void onlyWhatCouldRunIsChanged() {
    assertThat(SpreadsheetCells.escape("=HYPERLINK(\"x\")")).isEqualTo("'=HYPERLINK(\"x\")");
    assertThat(SpreadsheetCells.escape("@home")).isEqualTo("'@home");
    assertThat(SpreadsheetCells.escape("-3.50")).isEqualTo("-3.50");
    assertThat(SpreadsheetCells.escape("-3.5+cmd")).isEqualTo("'-3.5+cmd");
    assertThat(SpreadsheetCells.escape("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
    assertThat(SpreadsheetCells.escape("Tea = good")).isEqualTo("Tea = good");
  }
}
