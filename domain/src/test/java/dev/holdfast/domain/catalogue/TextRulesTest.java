package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  private static List<Violation> check(String text, int min, int max) {
    List<Violation> found = new ArrayList<>();
    TextRules.check("name", text, min, max, found);
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Crème brûlée", "茶", "half ½ · “quoted” – 🍵", "=1+1", "a\u00a0b"})
  void anyLineOfTextIsAccepted(String text) {
    assertThat(check(text, 1, 200)).isEmpty();
    assertThat(TextRules.isPlain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\0", "a\tb", "a\nb", "\u007f", "a\u0085b", "a\u2028b", "a\u2029b", "\u001b[31m"})
  void controlCharactersAreNot(String text) {
    assertThat(check(text, 1, 200)).extracting(Violation::field).containsExactly("name");
    assertThat(TextRules.isPlain(text)).isFalse();
  }

  @Test
  void halfAnEmojiIsNot() {
    assertThat(check("tea \ud83c", 1, 200)).hasSize(1);
    assertThat(check("\udf75", 1, 200)).hasSize(1);
    assertThat(TextRules.isPlain("\ud83c\udf75")).isTrue();
  }

  @Test
  void theMessageSaysWhichCharacterToRemove() {
    assertThat(check("🍵🍵\0", 1, 200))
        .extracting(Violation::message)
        .first()
        .asString()
        .endsWith("at character 3");
  }

  @Test
  void lengthIsCountedInCharactersNotInHalves() {
    assertThat(check("🍵".repeat(16), 1, 16)).isEmpty();
    assertThat(check("🍵".repeat(17), 1, 16))
        .containsExactly(new Violation("name", "must have 1 to 16 characters; it has 17"));
  }

  @Test
  void nothingIsEnoughOnlyWhereNothingIsRequired() {
    assertThat(check("", 0, 300)).isEmpty();
    assertThat(check("  ", 0, 300)).isEmpty();
    assertThat(check("", 1, 300)).hasSize(1);
    assertThat(check(" \u2003 ", 1, 300)).hasSize(1);
  }
}
