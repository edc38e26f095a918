package dev.holdfast.bench.audit;

import java.util.List;

/** Broken reservations and transfers: invariants 4, 6 and 7. */
final class ReservationCorruptions {
  private static final String SOAP = "pos('harbor', 'SOAP', 'SEA')";

  private ReservationCorruptions() {}

  static List<Corruption> states() {
    return List.of(
        Corruption.of(
            "anActiveReservationHasEnded",
            "4 a reservation has lines and one state",
            "found state 0 (active)",
            "alter table reservation drop constraint reservation_ends_once",
            "update reservation set settled_at = now() where id = made_by('active')"),
        Corruption.of(
            "aReservationHasALineWithoutQuantity",
            "4 a reservation has lines and one state",
            "quantities {2}",
            "alter table reservation drop constraint reservation_lines",
            "update reservation set quantities = array[2] where id = made_by('active')"),
        Corruption.of(
            "aReservationExpiresEarly",
            "4 no reservation expired early",
            "found expired at ",
            "update reservation set expires_at = settled_at + interval '1 s' where state = 3"),
        Corruption.of(
            "aReservationIsConfirmedLate",
            "4 no reservation was confirmed late",
            "found confirmed at ",
            "update reservation set expires_at = settled_at where state = 1"),
        Corruption.of(
            "anOverdueReservationStaysActive",
            "4 no active reservation is more than 30 s overdue",
            "expected expired within 30 s after ",
            "update reservation set expires_at = now() - interval '31 s'"
                + " where id = made_by('active')"));
  }

  static List<Corruption> entries() {
    return List.of(
        Corruption.of(
            "aReservationHoldsMoreThanWasReserved",
            "4 every line was reserved once",
            "found no entry \"reserved\" of 5 for 1 of its lines; expected one entry for each line",
            "update reservation set quantities = array[5, 3] where id = made_by('active')"),
        Corruption.of(
            "aReservationIsDeletedAndItsEntriesStay",
            "4 every line was reserved once",
            "found 2 entries \"reserved\" of 2 without a line",
            "delete from reservation where id = made_by('released')"),
        Corruption.of(
            "stockIsGivenBackTwice",
            "4 every line ended once, as its reservation did",
            "client harbor, SOAP at SEA, reservation ",
            "insert into ledger_entry select position_id, 12, client_id, 4, 0, -3, 91, 0, 0, now(),"
                + " 0, made_by('released'), null from ledger_entry where position_id = "
                + SOAP
                + " and version = 1",
            "update position set reserved = 0, version = 12 where id = " + SOAP),
        Corruption.of(
            "aConfirmedReservationIsCalledReleased",
            "4 every line ended once, as its reservation did",
            "found no entry \"released\" of 2 for 1 of its lines",
            "update reservation set state = 2 where id = made_by('confirmed')"),
        Corruption.of(
            "anActiveReservationHasGivenItsStockBack",
            "4 every line ended once, as its reservation did",
            "found 1 entries \"released\" of 3 without a line",
            "update reservation set state = 0, settled_at = null where id = made_by('released')"),
        Corruption.of(
            "oneLineWasReservedAnotherTime",
            "7 a reservation's entries are of one moment",
            "client harbor, SOAP at SEA, reservation ",
            "update ledger_entry set at = at + interval '1 microsecond'"
                + " where subject = made_by('confirmed') and kind = 3 and position_id = "
                + SOAP),
        Corruption.of(
            "oneLineEndedAnotherTime",
            "7 a reservation's entries are of one moment",
            "found entry 5 \"confirmed\" at ",
            "update ledger_entry set at = at + interval '1 microsecond'"
                + " where subject = made_by('confirmed') and kind = 13 and position_id = "
                + SOAP));
  }

  static List<Corruption> transfers() {
    return List.of(
        Corruption.of(
            "aTransferInTransitHasArrived",
            "6 a transfer has lines and one state",
            "found state 0, sent ",
            "alter table transfer drop constraint transfer_ends_once",
            "update transfer set settled_at = now() where state = 0"),
        Corruption.of(
            "goodsInTransitWereNeverSent",
            "6 every transfer has exactly its entries",
            "found no entry \"transferred out\" of 9 for 1 of its lines",
            "update transfer set quantities = array[9] where state = 0"),
        Corruption.of(
            "goodsArriveWhereNobodySentThem",
            "6 every transfer has exactly its entries",
            "client harbor, SOAP at PDX, transfer ",
            "update transfer set state = 2 where state = 1"),
        Corruption.of(
            "aTransferIsDeletedAndItsEntriesStay",
            "6 every transfer has exactly its entries",
            "found 1 entries \"transferred out\" of 3 without a line",
            "delete from transfer where state = 0"),
        Corruption.of(
            "goodsLeftBeforeTheyWereSent",
            "7 a transfer's entries are of one moment",
            "found entry 8 \"transferred out\" at ",
            "update transfer set sent_at = sent_at + interval '1 microsecond' where state = 1"),
        Corruption.of(
            "goodsArrivedAtAnotherTime",
            "7 a transfer's entries are of one moment",
            "when it ended",
            "update transfer set settled_at = settled_at + interval '1 microsecond'"
                + " where state = 1"));
  }
}
