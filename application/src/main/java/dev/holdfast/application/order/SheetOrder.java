package dev.holdfast.application.order;

import dev.holdfast.application.bulk.CsvFile;
import dev.holdfast.application.bulk.CsvRow;
import dev.holdfast.storage.api.RowReject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One order of a CSV file, gathered from its rows. */
public final class SheetOrder {
  /** What rows of one order say together; an empty cell says nothing. */
  private static final List<String> SHARED =
      List.of("name", "address", "postcode", "country", "residential", "promised");

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,18}");
  private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

  private final String number;
  private final List<Row> rows = new ArrayList<>(2);
  private final Map<String, Said> said = new HashMap<>();
  private @Nullable RowReject fault;

  SheetOrder(String number) {
    this.number = number;
  }

  /** A line of the order, and where it stands in the file. */
  public record Row(long line, String sku, BigDecimal quantity, @Nullable Long amountMinor) {}

  private record Said(long line, String value) {}

  void add(CsvRow row) {
    for (String column : row.columns()) {
      if (CsvFile.isBroken(row.word(column))) {
        reject(row.line(), column, row.word(column), CsvFile.NOT_UTF_8);
      }
    }
    for (String column : SHARED) {
      String value = isText(column) ? row.text(column).strip() : row.word(column);
      if (!value.isEmpty()) {
        say(row.line(), column, value);
      }
    }
    String quantity = row.word("quantity");
    boolean isNumber = QUANTITY.matcher(quantity).matches();
    if (!isNumber) {
      String mend = "must be a number such as 2 or 1.5, with a point and no separators";
      reject(row.line(), "quantity", quantity, mend);
    }
    BigDecimal pieces = isNumber ? new BigDecimal(quantity) : BigDecimal.ZERO;
    rows.add(new Row(row.line(), row.word("sku"), pieces, amount(row)));
  }

  /** What is paid for the line; null where nobody says. */
  private @Nullable Long amount(CsvRow row) {
    String amount = row.word("amount_minor");
    if (amount.isEmpty()) {
      return null;
    }
    boolean isWhole = AMOUNT.matcher(amount).matches();
    if (!isWhole) {
      reject(
          row.line(),
          "amount_minor",
          amount,
          "must be a whole number of the smallest units of money, such as 1250 for 12.50");
    }
    return isWhole ? Long.valueOf(amount) : null;
  }

  private static boolean isText(String column) {
    return column.equals("name") || column.equals("address");
  }

  private void say(long line, String column, String cell) {
    String value = cell;
    if (column.equals("residential")) {
      value = flag(line, cell);
    }
    Said earlier = said.putIfAbsent(column, new Said(line, value));
    if (earlier != null && !earlier.value.equals(value)) {
      String mend =
          "contradicts line "
              + earlier.line
              + " of order "
              + number
              + ": write the same in all its rows, or leave the cell of further rows empty";
      reject(line, column, cell, mend);
    }
  }

  private String flag(long line, String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> "true";
      case "false", "no", "0" -> "false";
      default -> {
        reject(line, "residential", cell, "must be true or false");
        yield cell;
      }
    };
  }

  private void reject(long line, String column, String value, String reason) {
    if (fault == null) {
      fault = new RowReject(line, column, value, reason);
    }
  }

  public String number() {
    return number;
  }

  /** Its lines in file order; at least one. */
  public List<Row> rows() {
    return rows;
  }

  /** What its rows say in a column that they share; null where all are empty. */
  public @Nullable String said(String column) {
    Said found = said.get(column);
    return found == null ? null : found.value;
  }

  /** Where they first say it; the order's first row where none does. */
  public long lineOf(String column) {
    Said found = said.get(column);
    return found == null ? rows.getFirst().line() : found.line;
  }

  /** The first thing about its rows that cannot be read; null where all can. */
  public @Nullable RowReject fault() {
    return fault;
  }
}
