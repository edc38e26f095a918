package dev.holdfast.bench.audit;

import java.util.List;

/** Orders whose plan and stock disagree: invariant 10. */
final class OrderCorruptions {
  private static final String OF_ORDER = " where number = 'order'";

  private OrderCorruptions() {}

  static List<Corruption> plans() {
    return List.of(
        Corruption.of(
            "anOrderIsLostAndItsStockStaysHeld",
            "10 what is held for an order is in its plan",
            "found no order ",
            "delete from customer_order" + OF_ORDER),
        Corruption.of(
            "anOrderIsCancelledAndItsStockStaysHeld",
            "10 what is held for an order is in its plan",
            "found order order (cancelled) without a shipment that waits for it",
            "update customer_order set state = 6, document ="
                + " replace(document::text, '\"placed\"', '\"cancelled\"')::json"
                + OF_ORDER),
        Corruption.of(
            "aShipmentPromisesMoreThanIsHeld",
            "10 a shipment holds exactly its lines",
            "expected state 0 (placed) of ",
            "update customer_order set document ="
                + " replace(document::text, ',2]]', ',3]]')::json"
                + OF_ORDER),
        Corruption.of(
            "anOrderNamesAShoppersReservation",
            "10 a shipment holds exactly its lines",
            "found no reservation of the order",
            "update reservation set order_id = null where order_id = made_by('order~1')"),
        Corruption.of(
            "aShippedOrderHasNotLeft",
            "10 a shipment holds exactly its lines",
            "expected state 1 (shipped) of ",
            "update customer_order set document ="
                + " replace(document::text, '\"placed\"', '\"shipped\"')::json"
                + OF_ORDER),
        Corruption.of(
            "twoShipmentsShareAReservation",
            "10 a shipment holds exactly its lines",
            "found 2 shipments; expected one",
            "update customer_order set document = jsonb_set(document::jsonb, '{shipments,1}',"
                + " document::jsonb #> '{shipments,0}')::json"
                + OF_ORDER),
        Corruption.of(
            "anEntryOfAnOrderBelongsToAShopper",
            "5 answers and ledger say the same",
            "client harbor, RICE at PDX, key order~1: found entry 2: \"reserved\" 2",
            "update ledger_entry set subject = made_by('active') where subject in"
                + " (select id from reservation where order_id = made_by('order~1'))"),
        Corruption.of(
            "aRowAndItsDocumentAreOfTwoVersions",
            "10 an order's row and document say the same",
            "found placed at version 1 in its document; expected placed at version 2",
            "update customer_order set version = 2" + OF_ORDER));
  }
}
