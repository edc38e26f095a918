package dev.holdfast.application.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.bulk.Rejects;
import dev.holdfast.storage.api.RowReject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderSheetTest {
  private static final String HEADER =
      "number,sku,quantity,name,address,postcode,country,residential,promised\n";

  private final Rejects rejects = new Rejects();

  private List<SheetOrder> read(String rows) {
    byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    return List.copyOf(OrderSheet.read(new ByteArrayInputStream(file), rejects));
  }

  @Test
  void rowsOfOneNumberAreOneOrderWhereverTheyStand() {
    List<SheetOrder> orders =
        read(
            """
            A-1,BOX,2,Ann,"12 Pine St, Seattle",98101,US,no,2099-11-27
            A-2,BOX,1,,,10001,US,,
            A-1,APPLE,1.250,,,,,,
            A-1,PEAR,3,Ann,"12 Pine St, Seattle",98101,US,FALSE,2099-11-27
            """);

    assertThat(rejects.count()).isZero();
    assertThat(orders).extracting(SheetOrder::number).containsExactly("A-1", "A-2");
    SheetOrder first = orders.getFirst();
    assertThat(first.fault()).isNull();
    assertThat(first.rows())
        .extracting(row -> row.line() + " " + row.sku() + " " + row.quantity())
        .containsExactly("2 BOX 2", "4 APPLE 1.250", "5 PEAR 3");
    assertThat(first.said("address")).isEqualTo("12 Pine St, Seattle");
    assertThat(first.said("residential")).isEqualTo("false");
    assertThat(orders.get(1).said("promised")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A,BOX,1,,,98102,US,,          | postcode    | contradicts line 2 of order A
          A,BOX,1,,,,,,2099-11-28       | promised    | contradicts line 2
          A,BOX,1,Bob,,,,,              | name        | contradicts line 2
          A,BOX,1,,,,,false,            | residential | contradicts line 2
          A,BOX,1,,,,,perhaps,          | residential | must be true or false
          A,BOX,one,,,,,,               | quantity    | must be a number
          A,BOX,1e9,,,,,,               | quantity    | must be a number
          """)
  void whatContradictsOrIsNoNumberIsTheFaultOfItsOrderOnly(
      String row, String column, String reason) {
    List<SheetOrder> orders =
        read("A,BOX,1,Ann,,98101,US,true,2099-11-27\n" + row + "\nB,BOX,1,,,98101,US,,\n");

    assertThat(rejects.count()).isZero();
    RowReject fault = orders.getFirst().fault();
    assertThat(fault).isNotNull();
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault.reason()).startsWith(reason);
    assertThat(orders.get(1).fault()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,BOX,1,,,,,,  | number | is empty
          A,BOX,1       | ''     | has 3 cells
          """)
  void aRowThatMayBelongToAnyOrderRefusesTheFile(String row, String column, String reason) {
    read("A,BOX,1,,,98101,US,,\n" + row + "\n");

    assertThat(rejects.with(List.of()))
        .singleElement()
        .satisfies(reject -> {
          assertThat(reject.line()).isEqualTo(3);
          assertThat(reject.column()).isEqualTo(column);
          assertThat(reject.reason()).startsWith(reason);
        });
  }
}
