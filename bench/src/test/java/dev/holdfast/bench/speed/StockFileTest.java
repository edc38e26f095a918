package dev.holdfast.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockFileTest {

  @Test
  void theFileHasTheRowsAndUnitsThatItSays(@TempDir Path folder) throws Exception {
    StockFile file = StockFile.ofRound(2, 2_000);
    file.write(folder.resolve("stock.csv"));

    List<String> lines = Files.readAllLines(folder.resolve("stock.csv"));
    assertThat(lines).hasSize(1 + file.rows()).doesNotHaveDuplicates();
    assertThat(lines).startsWith("sku,location,quantity", "IMP-000000,R2-0,1");
    assertThat(lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.split(",")[2])).sum())
        .isEqualTo(file.units());
  }

  @Test
  void anExportIsCountedByItsHeader() throws Exception {
    String csv = "sku,location,quantity,reserved\nA,L1,5,1\nA,L2,7,0\n";
    assertThat(StockFile.Total.of(stream(csv))).isEqualTo(new StockFile.Total(2, 12));
  }

  @Test
  void anExportWithoutTheColumnIsAnError() {
    assertThatThrownBy(() -> StockFile.Total.of(stream("sku,location\nA,L1\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("quantity");
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
