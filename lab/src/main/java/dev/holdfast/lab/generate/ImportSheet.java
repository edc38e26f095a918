package dev.holdfast.lab.generate;

/** Orders as {@code ./holdfast import orders} takes them: docs/reference/csv.md. */
final class ImportSheet implements Sheet {
  static final String HEADER = "number,sku,quantity,postcode,country,residential";

  private final RowBuffer out;
  private final Postcodes postcodes;

  ImportSheet(RowBuffer out, Postcodes postcodes) {
    this.out = out;
    this.postcodes = postcodes;
  }

  @Override
  public void add(GeneratedOrder order) {
    for (int i = 0; i < order.rows; i++) {
      GeneratedOrder.Row row = order.row[i];
      if (row.orderedMilli == 0) {
        continue;
      }
      OrderSheet.number(out, order).comma();
      order.client.skus().writeCode(out, row.sku);
      // Whole units: whoever imports brings SKUs of his own, and not all are sold by weight.
      out.comma().number(Math.max(1, row.orderedMilli / 1_000)).comma();
      postcodes.write(out, order.client.country(), order.postcode);
      out.comma().ascii(order.client.country()).ascii(",true").endRow();
    }
  }
}
