package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackTest {

  @ParameterizedTest
  @CsvSource({
    "2 kg,            bag 740,         2040",
    "12 x 400 g,      can 930,         5472",
    "5.7 L,           bottle 930 1050, 6345",
    "2 x 750 ml,      bottle 900 1020, 1622",
    "12 x 160 sheets, bale 76 2700,    5288",
  })
  void weightFollowsFromTheContent(String text, String packing, int grams) {
    Pack pack = Pack.parse(text, Packing.parse(packing));
    assertThat(pack.size().weightG()).isEqualTo(grams);
    assertThat(pack.label()).isEqualTo(text);
  }

  @Test
  void volumeFollowsFromTheWeight() {
    DemoSize size = Pack.parse("per kg", Packing.parse("loose 500")).size();
    double litres = size.lengthMm() * size.widthMm() * size.heightMm() / 1e6;
    assertThat(litres).isBetween(1.97, 2.03);
  }

  @Test
  void aWrittenSizeIsTakenAsItIs() {
    Pack pack = Pack.parseSized("225/65R17@724x724x225/11800");
    assertThat(pack)
        .isEqualTo(new Pack("225/65R17", DemoUnit.EACH, new DemoSize(724, 724, 225, 11800)));
  }

  @Test
  void aPackWithoutAContentWeightIsRefused() {
    Packing noContent = Packing.parse("bottle 930");
    assertThatThrownBy(() -> Pack.parse("2 L", noContent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive");
  }

  @Test
  void aPackThatCannotBeReadSaysHowToWriteIt() {
    assertThatThrownBy(() -> Pack.parseSized("55 in"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Write the pack '55 in'");
  }

  @Test
  void aMissingOrMisshapenTableSaysWhatToDo() {
    assertThatThrownBy(() -> BundledTable.read("toys.txt", 6))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("build the demo module again");
    assertThatThrownBy(() -> BundledTable.read("facilities.txt", 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("give 5 cells instead of 8");
  }
}
