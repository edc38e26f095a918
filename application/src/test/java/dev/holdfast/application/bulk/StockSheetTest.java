package dev.holdfast.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.RowReject;
import dev.holdfast.storage.api.StockCounts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StockSheetTest {
  private static final Map<String, SkuRef> SKUS =
      Map.of(
          "EACH", new SkuRef(1, "EACH", new Scale(0)),
          "KILO", new SkuRef(2, "KILO", new Scale(3)));
  private static final Map<String, LocationRef> PLACES =
      Map.of("SEA", new LocationRef(1, "SEA"), "OAK", new LocationRef(2, "OAK"));

  private final Rejects rejects = new Rejects();

  private StockCounts read(String rows) {
    StockSheet sheet = new StockSheet(SKUS, PLACES, rejects);
    String file = "sku,location,quantity,safety_stock\n" + rows;
    CsvFile.read(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
        ImportKind.STOCK,
        rejects,
        sheet::under);
    return sheet.sorted();
  }

  @Test
  void codesBecomePositionsAndDecimalsSmallestUnits() {
    StockCounts counts = read("KILO,OAK,1.250,0.5\n EACH , SEA ,7,\n");

    assertThat(rejects.count()).isZero();
    assertThat(counts.size()).isEqualTo(2);
    assertThat(counts.position(0)).isEqualTo(PositionKey.of(1, 1).packed());
    assertThat(counts.quantity(0)).isEqualTo(7);
    assertThat(counts.safetyStock(0)).isEqualTo(StockCounts.AS_IT_IS);
    assertThat(counts.position(1)).isEqualTo(PositionKey.of(2, 2).packed());
    assertThat(counts.quantity(1)).isEqualTo(1250);
    assertThat(counts.safetyStock(1)).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE,SEA,1,      | sku          | names no SKU
          EACH,MOON,1,     | location     | names no location
          EACH,SEA,,       | quantity     | whole number
          EACH,SEA,ten,    | quantity     | whole number
          EACH,SEA,1.5,    | quantity     | whole number
          EACH,SEA,-1,     | quantity     | 0 or more
          EACH,SEA,1e999999999, | quantity | whole number
          EACH,SEA,0x10,   | quantity     | whole number
          EACH,SEA,1000000000001, | quantity | too large
          EACH,SEA,999999999999999999999999, | quantity | whole number
          KILO,SEA,1.2505, | quantity     | at most 3 decimals
          KILO,SEA,NaN,    | quantity     | with a point
          EACH,SEA,1,-2    | safety_stock | 0 or more
          EACH,SEA,1,x     | safety_stock | whole number
          """)
  void aBadRowSaysWhichCellAndWhy(String row, String column, String reason) {
    StockCounts counts = read("EACH,OAK,3,\n" + row + "\nKILO,OAK,4,\n");

    assertThat(counts.size()).isEqualTo(2);
    assertThat(rejects.count()).isEqualTo(1);
    RowReject reject = rejects.with(List.of()).getFirst();
    assertThat(reject.line()).isEqualTo(3);
    assertThat(reject.column()).isEqualTo(column);
    assertThat(reject.reason()).contains(reason);
  }

  @Test
  void thePositionThatComesAgainIsBadAndTheFirstCounts() {
    StockCounts counts = read("EACH,SEA,1,\nKILO,SEA,2,\nEACH,SEA,3,\n");

    assertThat(counts.size()).isEqualTo(2);
    assertThat(counts.quantity(0)).isEqualTo(1);
    RowReject reject = rejects.with(List.of()).getFirst();
    assertThat(reject.line()).isEqualTo(4);
    assertThat(reject.reason()).contains("line 2");
  }

  @Test
  void whatIsShownOfACellIsBounded() {
    read("X" + "y".repeat(5_000) + ",SEA,1,\n");

    assertThat(rejects.with(List.of()).getFirst().value()).hasSizeLessThan(120).endsWith("…");
  }
}
