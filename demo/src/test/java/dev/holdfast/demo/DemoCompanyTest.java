package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCompanyTest {

  /**
   * The demo as it was released. Examples, screenshots and other people's tests rest on it: when it
   * has to change, say so in the changelog and write the new digest here.
   */
  private static final String PINNED_SHA_256 =
      "c792e2b629bcbf761b714b4dbdc148135a1ec26a11d3902d1edb31db94b7dc03";

  private final DemoCompany company = DemoCompany.create();

  @Test
  void twoClientsShareTheOperator() {
    assertThat(company.clients())
        .extracting(DemoClient::code)
        .containsExactly("harbor", "tidewater");
    assertThat(company.clients())
        .extracting(DemoClient::name)
        .containsExactly("Harbor Wholesale", "Tidewater Provisions");
  }

  @Test
  void harborHasTwoThousandSkusOfFourCategories() {
    Map<DemoCategory, Long> counts =
        harbor().skus().stream()
            .collect(Collectors.groupingBy(DemoSku::category, Collectors.counting()));
    assertThat(counts)
        .containsOnly(
            Map.entry(DemoCategory.PRODUCE, 180L),
            Map.entry(DemoCategory.GROCERY, 820L),
            Map.entry(DemoCategory.HOUSEHOLD, 460L),
            Map.entry(DemoCategory.GENERAL, 540L));
    assertThat(tidewater().skus()).hasSize(200);
  }

  @Test
  void codesCountUpWithoutGaps() {
    List<String> codes = harbor().skus().stream().map(DemoSku::code).toList();
    List<String> expected =
        Stream.iterate(1, n -> n + 1).limit(2000).map("HB-%05d"::formatted).toList();
    assertThat(codes).isEqualTo(expected);
    assertThat(tidewater().skus())
        .extracting(DemoSku::code)
        .startsWith("TW-00001")
        .endsWith("TW-00200");
  }

  @Test
  void everyProductLineIsInTheRange() {
    List<String> tables = List.of("household.txt", "grocery.txt", "produce.txt", "general.txt");
    List<String> names = harbor().skus().stream().map(DemoSku::name).toList();
    List<String> firsts =
        tables.stream()
            .flatMap(table -> ProductLine.read(table).stream())
            .map(line -> line.products().getFirst().name())
            .toList();
    assertThat(firsts).hasSizeGreaterThan(400);
    assertThat(names).containsAll(firsts);
  }

  @Test
  void tourSkuIsCountedInPiecesAndItsStockIsKnown() {
    DemoSku sku = harbor().skus().getFirst();
    assertThat(sku.code()).isEqualTo(DemoCompany.TOUR_SKU);
    assertThat(sku.name()).isEqualTo("Harborview Paper Towels 12 x 160 sheets");
    assertThat(sku.unit()).isEqualTo(DemoUnit.EACH);
    assertThat(harbor().locations().getFirst().code()).isEqualTo(DemoCompany.TOUR_LOCATION);
    assertThat(harbor().stock().findFirst())
        .contains(new DemoStock("HB-00001", "SEA-01", DemoCompany.TOUR_QUANTITY, 0));
  }

  @Test
  void everyRunMakesTheSameCompany() {
    assertThat(digest(DemoCompany.create())).isEqualTo(digest(company)).isEqualTo(PINNED_SHA_256);
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(digest(DemoCompany.create())).isEqualTo(PINNED_SHA_256);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(digest(DemoCompany.create())).isEqualTo(PINNED_SHA_256);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aRangeLargerThanItsProductLinesIsRefused() {
    RangePlan tooLarge =
        new RangePlan(
            "TW-", List.of("tidewater.txt"), Map.of(DemoCategory.PRODUCE, 1000), "202", "212");
    assertThatThrownBy(() -> Assortment.of(tooLarge))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Add product lines to [tidewater.txt]");
  }

  private DemoClient harbor() {
    return company.clients().getFirst();
  }

  private DemoClient tidewater() {
    return company.clients().getLast();
  }

  private static String digest(DemoCompany company) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      company.clients().stream()
          .flatMap(client ->
              Stream.of(
                      Stream.of(client.code(), client.name()),
                      DemoCsv.skus(client),
                      DemoCsv.locations(client),
                      DemoCsv.stock(client))
                  .flatMap(Function.identity()))
          .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
