package dev.holdfast.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.storage.api.RowReject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvFileTest {
  private final Rejects rejects = new Rejects();
  private final List<String> rows = new ArrayList<>();

  private long read(byte[] file) {
    return CsvFile.read(
        new ByteArrayInputStream(file),
        ImportKind.STOCK,
        rejects,
        header ->
            row ->
                rows.add(
                    row.line()
                        + ":"
                        + row.word("sku")
                        + "|"
                        + row.word("location")
                        + "|"
                        + row.word("quantity")
                        + "|"
                        + row.word("safety_stock")));
  }

  private long read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private List<RowReject> rejected() {
    return rejects.with(List.of());
  }

  @Test
  void columnsMayComeInAnyOrderAndSpelling() {
    read("Quantity,SAFETY STOCK,sku,Location\n5,1,A,X\n");

    assertThat(rows).containsExactly("2:A|X|5|1");
  }

  @Test
  void anAbsentColumnIsEmpty() {
    read("sku,location,quantity\nA,X,5\n");

    assertThat(rows).containsExactly("2:A|X|5|");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() {
    read("\uFEFFsku,location,quantity\nA,X,5\n");

    assertThat(rows).containsExactly("2:A|X|5|");
    assertThat(rejected()).isEmpty();
  }

  @Test
  void aQuotedHeaderAfterAByteOrderMarkIsRead() {
    read("\uFEFF\"sku\",\"location\",\"quantity\"\r\nA,X,5\r\n");

    assertThat(rows).containsExactly("2:A|X|5|");
  }

  @Test
  void anyLineEndWillDo() {
    read("sku,location,quantity\r\nA,X,1\nB,X,2\r\n\r\nC,X,3");

    assertThat(rows).containsExactly("2:A|X|1|", "3:B|X|2|", "5:C|X|3|");
  }

  @Test
  void linesOfBlanksAreNoRows() {
    assertThat(read("sku,location,quantity\nA,X,1\n \n\nB,X,2\n  ")).isEqualTo(2);

    assertThat(rows).containsExactly("2:A|X|1|", "5:B|X|2|");
    assertThat(rejects.count()).isZero();
  }

  @Test
  void aQuotedCellMayHoldCommasQuotesAndLineEnds() {
    read("sku,location,quantity\n\"A,\"\"1\"\"\n\",X,1\nB,X,2\n");

    assertThat(rows).containsExactly("2:A,\"1\"|X|1|", "4:B|X|2|");
  }

  @Test
  void anUnknownColumnIsNamed() {
    read("sku,location,quantity,colour\nA,X,5,red\n");

    assertThat(rejects.fileRefused()).isTrue();
    assertThat(rejected()).hasSize(1);
    assertThat(rejected().getFirst().column()).isEqualTo("colour");
    assertThat(rejected().getFirst().reason()).contains("remove it", "sku, location, quantity");
    assertThat(rows).isEmpty();
  }

  @Test
  void everyMissingColumnIsNamed() {
    read("sku\nA\n");

    assertThat(rejects.fileRefused()).isTrue();
    assertThat(rejected()).extracting(RowReject::column).containsExactly("location", "quantity");
  }

  @Test
  void aColumnMayNotComeTwice() {
    read("sku,location,quantity,Quantity\nA,X,5,6\n");

    assertThat(rejects.fileRefused()).isTrue();
    assertThat(rejected()).extracting(RowReject::column).containsExactly("quantity");
  }

  @Test
  void semicolonsAreToldFromUnknownColumns() {
    read("sku;location;quantity\nA;X;5\n");

    assertThat(rejected().getFirst().reason()).contains("commas");
  }

  @Test
  void anEmptyFileIsRefused() {
    read("");

    assertThat(rejects.fileRefused()).isTrue();
    assertThat(rejected().getFirst().reason()).contains("empty");
  }

  @Test
  void aHeaderAloneIsAFileWithoutRows() {
    assertThat(read("sku,location,quantity\n")).isZero();
    assertThat(rejects.count()).isZero();
  }

  @Test
  void aRowWithAnotherNumberOfCellsIsBadAndTheNextIsNot() {
    assertThat(read("sku,location,quantity\nA,X\nB,X,1,2\nC,X,3\n")).isEqualTo(3);

    assertThat(rows).containsExactly("4:C|X|3|");
    assertThat(rejected()).extracting(RowReject::line).containsExactly(2L, 3L);
    assertThat(rejected().getFirst().reason()).contains("2 cells", "3");
    assertThat(rejects.fileRefused()).isFalse();
  }

  @Test
  void aQuoteThatNeverEndsRefusesTheFileAndNamesTheLine() {
    read("sku,location,quantity\nA,X,1\n\"B,X,2\nC,X,3\n");

    assertThat(rejects.fileRefused()).isTrue();
    assertThat(rejected().getFirst().line()).isEqualTo(3);
    assertThat(rejected().getFirst().reason()).contains("close every quote");
  }

  @Test
  void textBehindAClosingQuoteRefusesTheFileAndNamesTheLine() {
    read("sku,location,quantity\nA,X,1\n\"B\"x,X,2\nC,X,3\n");

    assertThat(rejects.fileRefused()).isTrue();
    assertThat(rejected().getFirst().line()).isEqualTo(3);
  }

  @Test
  void utf16WithItsMarkIsReadToo() {
    byte[] text = "\uFEFFsku,location,quantity\nA,X,5\n".getBytes(StandardCharsets.UTF_16LE);

    read(text);

    assertThat(rows).containsExactly("2:A|X|5|");
  }

  @Test
  void bytesThatAreNotUtf8AreSeen() {
    byte[] file = "sku,location,quantity\nCaf\u00e9,X,5\n".getBytes(StandardCharsets.ISO_8859_1);

    read(file);

    assertThat(CsvFile.isBroken(rows.getFirst())).isTrue();
  }
}
