package dev.holdfast.server.http.order;

import dev.holdfast.application.order.SheetOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An order that is some rows of a sheet. */
record SheetPlaces(SheetOrder order) implements OrderPlaces {
  private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,4})]\\.(\\w+)");
  private static final String ADDRESS = "shipTo.";

  @Override
  public Place of(String field) {
    Matcher line = LINE.matcher(field);
    if (line.matches()) {
      SheetOrder.Row row = order.rows().get(Integer.parseInt(line.group(1)));
      return switch (line.group(2)) {
        case "sku" -> new Place(row.line(), "sku", row.sku());
        case "amountMinor" -> new Place(row.line(), "amount_minor", "" + row.amountMinor());
        case String column -> new Place(row.line(), column, row.quantity().toPlainString());
      };
    }
    String column = field.startsWith(ADDRESS) ? field.substring(ADDRESS.length()) : field;
    String said = column.equals("number") ? order.number() : order.said(column);
    return new Place(
        order.lineOf(column), column.equals("lines") ? "" : column, said == null ? "" : said);
  }
}
