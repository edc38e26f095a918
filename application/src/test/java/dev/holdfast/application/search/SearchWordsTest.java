package dev.holdfast.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Green Tea | green tea",
        "Crème Fraîche | creme fraiche",
        "GROẞ-Weiß | gross weiss",
        "500g | 500 g",
        "6x1L | 6 x 1 l",
        "2,5 kg | 2.5 kg",
        "1.2.3 | 1.2 3",
        "5. | 5",
        "225/65R17 | 225 65 r 17",
        "Bosun's Choice | bosuns choice",
        "Bosun’s Choice | bosuns choice",
        "'quoted' | quoted",
        "T-Shirt, 4-Pack | t shirt 4 pack",
        "Macaroni & Cheese | macaroni cheese",
        "１２ Ｌ | 12 l",
        "Молоко 1л | молоко 1 л",
        "牛奶 1L | 牛奶 1 l"
      })
  void aTextIsTakenApart(String text, String words) {
    assertThat(String.join(" ", SearchWords.of(text))).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "'", "''", ".,;", "\uD83C", "🍵", "\u0301"})
  void whatHasNoLettersHasNoWords(String text) {
    assertThat(SearchWords.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HB-00001, hb00001", "a.b_c-1, abc1", "Ä-1, a1"})
  void aCodeIsComparedWithoutDashes(String code, String compact) {
    assertThat(SearchWords.compact(code)).isEqualTo(compact);
  }
}
