package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCsvTest {

  private final DemoClient harbor = DemoCompany.create().clients().getFirst();

  @Test
  void skusHaveTheColumnsOfTheImport() {
    List<String> lines = DemoCsv.skus(harbor).toList();
    assertThat(lines).hasSize(2001);
    assertThat(lines.getFirst())
        .isEqualTo(
            "code,name,barcodes,unit,scale,length_mm,width_mm,height_mm,weight_g,category\r\n");
    assertThat(lines.get(1))
        .isEqualTo(
            "HB-00001,Harborview Paper Towels 12 x 160 sheets,2016180339890,"
                + "each,0,539,359,359,5288,household\r\n");
    assertThat(lines).anyMatch(line -> line.matches("HB-\\d{5},[^,]+,\\d{13} \\d{13},each,.*\r\n"));
  }

  @Test
  void locationsHaveTheColumnsOfTheImport() {
    List<String> lines = DemoCsv.locations(harbor).toList();
    assertThat(lines).hasSize(28);
    assertThat(lines.get(0))
        .isEqualTo("code,name,kind,region,latitude,longitude,time_zone,address\r\n");
    assertThat(lines.get(25))
        .isEqualTo(
            "FC-RNO,Harbor Wholesale Reno Fulfilment Centre,fulfilment_centre,us-west,39.6391,"
                + "-119.8788,America/Los_Angeles,\"14500 Dry Dock Parkway, Reno, NV 89506\"\r\n");
  }

  @Test
  void stockHasDecimalsInTheUnitOfTheSku() {
    List<String> lines = DemoCsv.stock(harbor).toList();
    assertThat(lines).hasSize(54_001);
    assertThat(lines.get(0)).isEqualTo("sku,location,quantity,safety_stock\r\n");
    assertThat(lines.get(1)).isEqualTo("HB-00001,SEA-01,100,0\r\n");
    assertThat(lines)
        .anyMatch(line -> line.matches("HB-00003,SEA-01,\\d+\\.\\d{3},\\d\\.\\d{3}\r\n"));
  }

  @Test
  void cellsAreQuotedWhereAReaderWouldStumble() {
    assertThat(DemoCsv.quoted("plain 2%")).isEqualTo("plain 2%");
    assertThat(DemoCsv.quoted("Apples, per kg")).isEqualTo("\"Apples, per kg\"");
    assertThat(DemoCsv.quoted("55\" TV")).isEqualTo("\"55\"\" TV\"");
    assertThat(DemoCsv.quoted("two\nlines")).isEqualTo("\"two\nlines\"");
    assertThat(DemoCsv.quoted("two\rlines")).isEqualTo("\"two\rlines\"");
  }

  @Test
  void everySkuReadsBackAsItWas() {
    List<List<String>> records = DemoCsv.skus(harbor).skip(1).map(DemoCsvTest::read).toList();
    for (int i = 0; i < records.size(); i++) {
      DemoSku sku = harbor.skus().get(i);
      List<String> cells = records.get(i);
      assertThat(cells).hasSize(10);
      assertThat(cells.get(0)).isEqualTo(sku.code());
      assertThat(cells.get(1)).isEqualTo(sku.name());
      assertThat(List.of(cells.get(2).split(" "))).isEqualTo(sku.barcodes());
      assertThat(Integer.parseInt(cells.get(8))).isEqualTo(sku.size().weightG());
    }
  }

  /** The cells of one record, by the grammar of RFC 4180. */
  private static List<String> read(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inQuotes = false;
    for (int i = 0; i < record.length() - 2; i++) {
      char c = record.charAt(i);
      if (c == '"') {
        boolean escaped = inQuotes && record.charAt(i + 1) == '"';
        if (escaped) {
          cell.append(c);
          i++;
        } else {
          inQuotes = !inQuotes;
        }
      } else if (c == ',' && !inQuotes) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
