package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoStockTest {

  private final DemoClient harbor = DemoCompany.create().clients().getFirst();
  private final List<DemoStock> stock = harbor.stock().toList();
  private final Map<String, DemoSku> skus =
      harbor.skus().stream().collect(Collectors.toMap(DemoSku::code, Function.identity()));

  @Test
  void everySkuIsKnownAtEveryLocationOnce() {
    Set<String> positions = new HashSet<>();
    stock.forEach(s -> positions.add(s.sku() + " " + s.location()));
    assertThat(stock).hasSize(54_000);
    assertThat(positions).hasSize(54_000);
    for (DemoClient client : DemoCompany.create().clients()) {
      assertThat(client.stock().count()).isEqualTo(client.positions());
      Set<String> locations = new HashSet<>();
      client.locations().forEach(location -> locations.add(location.code()));
      assertThat(client.stock()).allMatch(s -> locations.contains(s.location()));
    }
  }

  @Test
  void someShelvesAreEmptyAndSomeNearlySo() {
    assertThat(share(s -> s.quantity() == 0)).isBetween(0.02, 0.08);
    assertThat(share(s -> isPieces(s) && s.quantity() >= 1 && s.quantity() <= 6))
        .isBetween(0.05, 0.25);
    assertThat(stock).filteredOn(s -> s.quantity() < 0).isEmpty();
  }

  @Test
  void nothingIsPiledHigherThanABuildingHolds() {
    assertThat(stock).filteredOn(s -> isPieces(s) && s.quantity() > 15_000).isEmpty();
    assertThat(stock).filteredOn(s -> !isPieces(s) && s.quantity() > 15_000_000).isEmpty();
  }

  @Test
  void someSkusKeepSafetyStock() {
    assertThat(share(s -> s.safetyStock() > 0)).isBetween(0.2, 0.5);
    assertThat(stock).filteredOn(s -> s.safetyStock() < 0).isEmpty();
  }

  @Test
  void weighedStockIsInGramsThatAScaleShows() {
    List<DemoStock> weighed = stock.stream().filter(s -> !isPieces(s)).toList();
    assertThat(weighed).isNotEmpty();
    assertThat(weighed)
        .filteredOn(s -> s.quantity() % 5 != 0 || s.safetyStock() % 5 != 0)
        .isEmpty();
    assertThat(weighed).anyMatch(s -> s.quantity() % 1000 != 0);
  }

  @Test
  void popularGoodsLieInBiggerPilesThanRareOnes() {
    assertThat(average("Bath Tissue", "")).isGreaterThan(5 * average("Picture Frames", ""));
    assertThat(average("Bath Tissue", "FC-")).isGreaterThan(3 * average("Bath Tissue", "SEA-01"));
  }

  @Test
  void stockFollowsTheSeasonAndTheClimate() {
    assertThat(average("Snow Shovel", "MSP-01")).isGreaterThan(average("Snow Shovel", "MIA-01"));
    assertThat(average("Sunscreen", "MIA-01")).isGreaterThan(average("Sunscreen", "MSP-01"));
  }

  private boolean isPieces(DemoStock position) {
    return skus.get(position.sku()).unit() == DemoUnit.EACH;
  }

  private double share(Predicate<DemoStock> condition) {
    return (double) stock.stream().filter(condition).count() / stock.size();
  }

  private double average(String partOfName, String startOfLocation) {
    return stock.stream()
        .filter(s -> s.location().startsWith(startOfLocation))
        .filter(s -> skus.get(s.sku()).name().contains(partOfName))
        .mapToLong(DemoStock::quantity)
        .average()
        .orElseThrow();
  }
}
