package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoSkusTest {

  /** Grams per litre of outer volume. */
  private record Density(long least, long most) {}

  private static final Map<DemoCategory, Density> DENSITIES =
      Map.of(
          DemoCategory.PRODUCE, new Density(60, 750), // parsley in air; dates
          DemoCategory.GROCERY, new Density(60, 1300), // crisps; honey
          DemoCategory.HOUSEHOLD, new Density(10, 1500), // an empty basket; foil
          DemoCategory.GENERAL, new Density(12, 2600)); // a shovel in its box; dumbbells

  /** A net weight at the end of a name: {@code 12 x 400 g}, {@code 2.3 kg}. */
  private static final Pattern NET_WEIGHT =
      Pattern.compile(".*? (?:(\\d+) x )?(\\d+(?:\\.\\d+)?) (g|kg)");

  /** A candle weighs nearly as much again in its glass. */
  private static final double HEAVIEST_PACKAGING = 1.95;

  private final List<DemoSku> skus =
      DemoCompany.create().clients().stream().flatMap(client -> client.skus().stream()).toList();

  @Test
  void namesAreUniqueAndShortEnoughForALabel() {
    assertThat(skus)
        .extracting(sku -> sku.code().substring(0, 2) + sku.name())
        .doesNotHaveDuplicates();
    assertThat(skus)
        .allSatisfy(sku ->
            assertThat(sku.name())
                .hasSizeBetween(5, 80)
                .isEqualTo(sku.name().strip())
                .doesNotContain("  ", "{", "|", ";", "@")
                .matches("[A-Z0-9].*"));
  }

  @Test
  void onlyProduceIsSoldByWeight() {
    List<DemoSku> byWeight = skus.stream().filter(sku -> sku.unit() == DemoUnit.KG).toList();
    assertThat(byWeight).hasSizeGreaterThan(100);
    assertThat(byWeight)
        .allSatisfy(sku -> {
          assertThat(sku.category()).isEqualTo(DemoCategory.PRODUCE);
          assertThat(sku.name()).endsWith(", per kg");
          assertThat(sku.unit().scale()).isEqualTo(3);
          assertThat(sku.size().weightG()).isEqualTo(1000);
        });
    assertThat(DemoUnit.EACH.scale()).isZero();
  }

  @Test
  void densitiesArePlausiblePerCategory() {
    assertThat(skus)
        .allSatisfy(sku -> {
          DemoSize size = sku.size();
          long cubicMm = (long) size.lengthMm() * size.widthMm() * size.heightMm();
          Density bounds = DENSITIES.get(sku.category());
          assertThat(size.weightG() * 1_000_000L / cubicMm)
              .as(sku.toString())
              .isBetween(bounds.least(), bounds.most());
        });
  }

  @Test
  void everySkuFitsThroughADoorAndOnAPalletTruck() {
    assertThat(skus)
        .allSatisfy(sku -> {
          DemoSize size = sku.size();
          assertThat(List.of(size.lengthMm(), size.widthMm(), size.heightMm()))
              .as(sku.toString())
              .allMatch(mm -> mm >= 20 && mm <= 2500);
          assertThat(size.weightG()).as(sku.toString()).isBetween(20, 100_000);
        });
  }

  @Test
  void grossWeightIsTheNetWeightOfTheNameAndALittlePackaging() {
    int checked = 0;
    for (DemoSku sku : skus) {
      Matcher net = NET_WEIGHT.matcher(sku.name());
      if (sku.category() != DemoCategory.GENERAL && net.matches()) {
        double count = net.group(1) == null ? 1 : Double.parseDouble(net.group(1));
        double perUnit = net.group(3).equals("kg") ? 1000 : 1;
        double netG = count * Double.parseDouble(net.group(2)) * perUnit;
        assertThat((double) sku.size().weightG())
            .as(sku.toString())
            .isBetween(netG, netG * HEAVIEST_PACKAGING);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void paperTowelsAreBigAndLightAndQuinoaIsNot() {
    DemoSize towels = sizeOf("Harborview Paper Towels 12 x 160 sheets");
    DemoSize quinoa = sizeOf("Tidepool Organic Quinoa 2 kg");
    assertThat(towels.lengthMm()).isGreaterThan(2 * quinoa.lengthMm());
    assertThat(towels.weightG()).isBetween(4_000, 7_000);
    assertThat(quinoa.weightG()).isBetween(2_001, 2_100);
  }

  private DemoSize sizeOf(String name) {
    return skus.stream().filter(sku -> sku.name().equals(name)).findFirst().orElseThrow().size();
  }
}
