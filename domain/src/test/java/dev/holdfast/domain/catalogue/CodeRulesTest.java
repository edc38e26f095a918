package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "7", "z", "HB-00001", "a.b_c-D", "0--", "SEA"})
  void lettersDigitsDotsUnderscoresAndDashesMakeACode(String code) {
    assertThat(CodeRules.isCode(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-A", ".A", "_A", "A B", "A/B", "A\n", "A\0", "Ä", "A,B", "=A", "①", "A\u0301"
      })
  void anythingElseDoesNot(String text) {
    assertThat(CodeRules.isCode(text)).isFalse();
  }

  @Test
  void aCodeHasAtMost64Characters() {
    assertThat(CodeRules.isCode("x".repeat(CodeRules.MAX_LENGTH))).isTrue();
    assertThat(CodeRules.isCode("x".repeat(CodeRules.MAX_LENGTH + 1))).isFalse();
  }
}
