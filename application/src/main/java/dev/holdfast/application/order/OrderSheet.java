package dev.holdfast.application.order;

import dev.holdfast.application.bulk.CsvFile;
import dev.holdfast.application.bulk.CsvRow;
import dev.holdfast.application.bulk.FileTooLargeException;
import dev.holdfast.application.bulk.ImportKind;
import dev.holdfast.application.bulk.Rejects;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a CSV file of orders, one row per line of an order. Rows of one number are one order,
 * wherever they stand. A row that cannot be told to belong to an order refuses the file: an order
 * must not be sent without one of its lines.
 */
public final class OrderSheet {
  /** The most orders of one file, of either format: some minutes of placing. */
  public static final int MAX_ORDERS = 100_000;

  /** The most rows: five lines per order, where there are so many orders. */
  static final int MAX_ROWS = 500_000;

  private final Map<String, SheetOrder> orders = new LinkedHashMap<>();
  private final Rejects rejects;
  private long rows;

  private OrderSheet(Rejects rejects) {
    this.rejects = rejects;
  }

  /**
   * The orders of a file, in the order in which they first come.
   *
   * @param rejects takes what keeps the file from being understood; where it has any, no order of
   *     the file is to be placed
   * @throws FileTooLargeException when there are more rows or orders than one import takes
   */
  public static Collection<SheetOrder> read(InputStream file, Rejects rejects) {
    OrderSheet sheet = new OrderSheet(rejects);
    CsvFile.read(file, ImportKind.ORDERS, rejects, header -> sheet::take);
    return sheet.orders.values();
  }

  private void take(CsvRow row) {
    if (++rows > MAX_ROWS) {
      throw new FileTooLargeException("more than " + MAX_ROWS + " rows");
    }
    String number = row.word("number");
    if (number.isEmpty()) {
      rejects.refuseFile(
          row.line(), "number", "", "is empty: every row names its order, further rows of one too");
    } else if (CsvFile.isBroken(number)) {
      rejects.refuseFile(row.line(), "number", number, CsvFile.NOT_UTF_8);
    } else {
      orders.computeIfAbsent(number, this::another).add(row);
    }
  }

  private SheetOrder another(String number) {
    if (orders.size() == MAX_ORDERS) {
      throw new FileTooLargeException("more than " + MAX_ORDERS + " orders");
    }
    return new SheetOrder(number);
  }
}
