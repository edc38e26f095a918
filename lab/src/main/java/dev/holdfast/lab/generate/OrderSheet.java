package dev.holdfast.lab.generate;

import dev.holdfast.lab.generate.GeneratedOrder.Row;
import dev.holdfast.lab.generate.GeneratedOrder.Shipment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Orders as CSV, one row per line and shipment: docs/reference/generated-orders.md. */
public final class OrderSheet implements Sheet {
  /** The columns, as the first line of a file names them. */
  public static final String HEADER =
      "client,order,row,line,shipment,part,shipments,placed_at,location,zone,postcode,carrier,service,category,sku,"
          + "ordered,filled,returned,amount,currency,released_at,shipped_at,ship_by,promised,"
          + "arrival,cartons,shipping,state";

  private final RowBuffer out;
  private final Postcodes postcodes;
  private final byte[][] categories;

  /** Writes no header: a server that copies rows wants none. */
  public OrderSheet(RowBuffer out, Postcodes postcodes) {
    this.out = out;
    this.postcodes = postcodes;
    List<String> names = ClientProfile.CATEGORIES;
    categories = new byte[names.size()][];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = names.get(i).getBytes(StandardCharsets.US_ASCII);
    }
  }

  @Override
  public void add(GeneratedOrder order) {
    int shipment = -1;
    int part = 0;
    for (int i = 0; i < order.rows; i++) {
      Row row = order.row[i];
      part = row.shipment == shipment ? part + 1 : 1;
      shipment = row.shipment;
      write(order, i + 1, row, part);
    }
  }

  private void write(GeneratedOrder order, int number, Row row, int part) {
    ClientProfile client = order.client;
    Shipment shipment = order.shipment[row.shipment];
    out.ascii(client.code()).comma();
    number(out, order).comma().number(number).comma().number(row.line + 1).comma();
    out.number(row.shipment + 1).comma().number(part).comma().number(order.shipments).comma();
    out.instant(order.placedAt).comma();
    out.ascii(shipment.place.code()).comma().ascii(shipment.place.zone().getId()).comma();
    postcodes.write(out, client.country(), order.postcode);
    out.comma();
    if (order.refused) {
      out.comma().comma();
    } else {
      out.ascii(shipment.offer.carrier()).comma().ascii(shipment.offer.service()).comma();
    }
    out.raw(categories[row.category]).comma();
    client.skus().writeCode(out, row.sku);
    out.comma().number(row.orderedMilli).comma().number(row.filledMilli).comma();
    out.number(row.returnedMilli).comma().number(row.revenueMinor).comma();
    out.ascii(client.currency()).comma();
    course(order, shipment, part == 1);
    out.comma().ascii(shipment.state.label()).endRow();
  }

  private void course(GeneratedOrder order, Shipment shipment, boolean first) {
    if (order.refused) {
      out.ascii(",,,,,0,0");
      return;
    }
    time(shipment.releasedAt).comma();
    time(shipment.shippedAt).comma();
    time(shipment.shipBy).comma();
    out.date(shipment.promised).comma().date(shipment.arrival).comma();
    out.number(first ? shipment.cartons : 0).comma();
    out.number(first ? shipment.shippingMinor : 0);
  }

  private RowBuffer time(long epochSecond) {
    return epochSecond == GeneratedOrder.NEVER ? out : out.instant(epochSecond);
  }

  /** {@code C003-20776-000123}: client, day since 1970, number of the day. */
  static RowBuffer number(RowBuffer out, GeneratedOrder order) {
    out.ascii(order.client.code()).ascii("-").number(order.epochDay).ascii("-");
    return out.padded(order.sequence, 7);
  }
}
