package dev.holdfast.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.BulkStore.SkuColumn;
import dev.holdfast.storage.api.RowReject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueSheetsTest {
  private static final String SKU_HEADER =
      "code,name,barcodes,unit,scale,length_mm,width_mm,height_mm,weight_g,category\n";
  private static final String PLACE_HEADER =
      "code,name,kind,region,latitude,longitude,time_zone,address\n";

  private final Rejects rejects = new Rejects();
  private final Set<SkuColumn> absent = EnumSet.noneOf(SkuColumn.class);

  private List<Sku> skus(byte[] file) {
    List<Sku> good = new ArrayList<>();
    CsvFile.read(
        new ByteArrayInputStream(file),
        ImportKind.SKUS,
        rejects,
        header -> {
          absent.addAll(SkuSheet.absent(header));
          return row -> SkuSheet.read(row, rejects, good::add);
        });
    return good;
  }

  private List<Sku> skus(String file) {
    return skus(file.getBytes(StandardCharsets.UTF_8));
  }

  private List<Location> places(String rows) {
    List<Location> good = new ArrayList<>();
    CsvFile.read(
        new ByteArrayInputStream((PLACE_HEADER + rows).getBytes(StandardCharsets.UTF_8)),
        ImportKind.LOCATIONS,
        rejects,
        header -> row -> LocationSheet.read(row, rejects, good::add));
    return good;
  }

  private RowReject onlyReject() {
    assertThat(rejects.count()).isEqualTo(1);
    return rejects.with(List.of()).getFirst();
  }

  @Test
  void aSkuIsReadWhole() {
    List<Sku> read =
        skus(
            SKU_HEADER
                + "HB-1,\"Oats, rolled\",4006381333931 96385074,kg,3,200,100,50,1000,grocery\n");

    assertThat(read)
        .containsExactly(
            new Sku(
                "HB-1",
                "Oats, rolled",
                List.of("4006381333931", "96385074"),
                "kg",
                new Scale(3),
                new Sku.Size(200, 100, 50, 1000),
                "grocery"));
    assertThat(absent).isEmpty();
  }

  @Test
  void columnsThatAreNotThereAreKnownToBeAbsent() {
    List<Sku> read = skus("code,name,unit,scale,weight_g,category\nA,Tea,each,0,,drinks\n");

    assertThat(read).hasSize(1);
    assertThat(absent)
        .containsExactlyInAnyOrder(
            SkuColumn.BARCODES, SkuColumn.LENGTH_MM, SkuColumn.WIDTH_MM, SkuColumn.HEIGHT_MM);
  }

  @Test
  void theApostropheOfAnExportIsTakenOff() {
    List<Sku> read = skus(SKU_HEADER + "A,'=1+1,,each,0,,,,,'@home\n");

    assertThat(read.getFirst().name()).isEqualTo("=1+1");
    assertThat(read.getFirst().category()).isEqualTo("@home");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -A,Tea,,each,0,,,,,x            | code      | letters
          A,,,each,0,,,,,x                | name      | 1 to 200
          A,Tea,4006381333932,each,0,,,,,x | barcodes | check digit
          A,Tea,,each,,,,,,x              | scale     | whole number
          A,Tea,,each,7,,,,,x             | scale     | 0 to 6
          A,Tea,,each,0,1.5,,,,x          | length_mm | whole number
          A,Tea,,each,0,,,,-1,x           | weight_g  | 0 to
          A,Tea,,each,0,,,,99999999999,x  | weight_g  | 0 to
          A,Tea,,each,0,,,,,              | category  | 1 to 64
          """)
  void aBadSkuSaysWhichCellAndWhy(String row, String column, String reason) {
    assertThat(skus(SKU_HEADER + row + "\nGOOD,Tea,,each,0,,,,,x\n")).hasSize(1);

    assertThat(onlyReject().line()).isEqualTo(2);
    assertThat(onlyReject().column()).isEqualTo(column);
    assertThat(onlyReject().reason()).contains(reason);
  }

  @Test
  void severalFaultsOfARowAreOneReject() {
    skus(SKU_HEADER + "-A,,,each,0,,,,,x\n");

    assertThat(onlyReject().column()).isEqualTo("code");
    assertThat(onlyReject().reason()).contains("; name must");
  }

  @Test
  void aNameThatIsNotUtf8IsNotKeptBroken() {
    byte[] file =
        (SKU_HEADER + "A,Caf\u00e9,,each,0,,,,,x\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(skus(file)).isEmpty();
    assertThat(onlyReject().column()).isEqualTo("name");
    assertThat(onlyReject().reason()).contains("UTF-8");
  }

  @Test
  void aLocationIsReadWhole() {
    List<Location> read =
        places(
            "SEA,Seattle,store,west,47.6062,-122.3321,America/Los_Angeles,\"1 Pine St, 98101\"\n");

    assertThat(read)
        .containsExactly(
            new Location(
                "SEA",
                "Seattle",
                Location.Kind.STORE,
                "west",
                new BigDecimal("47.6062"),
                new BigDecimal("-122.3321"),
                ZoneId.of("America/Los_Angeles"),
                "1 Pine St, 98101"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEA,Seattle,shop,west,1,2,UTC,         | kind      | store or
          SEA,Seattle,store,west,north,2,UTC,    | latitude  | degrees
          SEA,Seattle,store,west,91,2,UTC,       | latitude  | -90 to 90
          SEA,Seattle,store,west,1,1e2,UTC,      | longitude | degrees
          SEA,Seattle,store,west,1,2,Mars/Base,  | time_zone | IANA
          """)
  void aBadLocationSaysWhichCellAndWhy(String row, String column, String reason) {
    assertThat(places(row + "\n")).isEmpty();

    assertThat(onlyReject().column()).isEqualTo(column);
    assertThat(onlyReject().reason()).contains(reason);
  }
}
