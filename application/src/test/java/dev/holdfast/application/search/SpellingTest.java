package dev.holdfast.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bannana | Bananas, per kg | bananas",
        "shovle snow | Snow Shovel Steel 60 cm | shovel snow",
        "olve oil 3l | Olive Oil Extra Virgin 3 L | olive oil 3 l",
        "chocl | Milk chocolate | chocolate",
        "televison | 4K Television | television"
      })
  void mistakesAreMended(String asked, String name, String meant) {
    assertThat(Spelling.mended(asked, name)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"snow shov | Snow Shovel", "unicorn | Snow Shovel", "tee | Tea", "1001 | Bolt 1000"})
  void whatIsRightOrHopelessIsLeft(String asked, String name) {
    assertThat(Spelling.mended(asked, name)).isNull();
  }
}
