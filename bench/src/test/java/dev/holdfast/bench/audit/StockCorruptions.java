package dev.holdfast.bench.audit;

import java.util.List;

/** Broken positions and ledgers: invariants 1 to 3. */
final class StockCorruptions {
  private static final String TEA = "pos('harbor', 'TEA', 'SEA')";
  private static final String SOAP = "pos('harbor', 'SOAP', 'SEA')";
  private static final String FREE_POSITIONS =
      "alter table position drop constraint position_never_oversold,"
          + " drop constraint position_shortfall_is_real";
  private static final String FREE_ENTRIES =
      "alter table ledger_entry drop constraint ledger_entry_never_oversold,"
          + " drop constraint ledger_entry_respects_safety_stock";

  private StockCorruptions() {}

  static List<Corruption> balances() {
    return List.of(
        Corruption.of(
            "aUnitAppearsThatNoEntryBrought",
            "1 on hand is the sum of the ledger",
            "client harbor, TEA at SEA: found on hand 108; expected 107, the sum of its ledger",
            "update position set on_hand = on_hand + 1 where id = " + TEA),
        Corruption.of(
            "aClaimVanishesFromThePosition",
            "1 reserved is the sum of the ledger",
            "client harbor, SOAP at SEA: found reserved 0; expected 3",
            "update position set reserved = 0 where id = " + SOAP),
        Corruption.of(
            "anActiveReservationIsDeleted",
            "1 reserved is the sum of active reservations",
            "client harbor, TEA at SEA: found reserved 2; expected 0",
            "delete from reservation where id = made_by('active')"),
        Corruption.of(
            "aReservationClaimsWhatNoPositionKnows",
            "1 reserved is the sum of active reservations",
            "client harbor, SOAP at PDX: found reserved 0; expected 7, the sum of 1 lines",
            "insert into reservation select gen_random_uuid(), client_id, 0,"
                + " array[pos('harbor', 'SOAP', 'PDX')], array[7], now(), now() + interval '1 h',"
                + " null from reservation where id = made_by('active')"),
        Corruption.of(
            "safetyStockIsChangedWithoutAnEntry",
            "1 a position is what its last entry left",
            "TEA at SEA: found 107 on hand, 2 reserved, 11 safety stock; expected 107 on hand, 2"
                + " reserved, 10 safety stock",
            "update position set safety_stock = safety_stock + 1 where id = " + TEA),
        Corruption.of(
            "moreIsReservedThanIsThere",
            "2 reserved is within on hand and shortfall",
            "TEA at SEA: found on hand 107, reserved 108",
            FREE_POSITIONS,
            "update position set reserved = on_hand + 1 where id = " + TEA),
        Corruption.of(
            "aShortfallIsMadeUp",
            "2 shortfall is exact",
            "shortfall 4; expected shortfall 3",
            FREE_POSITIONS,
            "update position set shortfall = shortfall + 1 where shortfall > 0"),
        Corruption.of(
            "anEntryPromisesWhatIsNotThere",
            "2 no promise, sale or transfer took what was not there",
            "client harbor, SOAP at SEA, entry 3: found reserved, which left 2 on hand, 3 reserved",
            FREE_ENTRIES,
            "update ledger_entry set on_hand_after = 2 where version = 3 and position_id = "
                + SOAP),
        Corruption.of(
            "anEntryPromisesSafetyStock",
            "2 no promise, sale or transfer took what was not there",
            "safety stock; expected reserved and safety stock together within on hand",
            FREE_ENTRIES,
            "update ledger_entry set safety_stock_after = 108 where kind = 3 and position_id = "
                + TEA));
  }

  static List<Corruption> guards() {
    return List.of(
        Corruption.of(
            "aConstraintIsDropped",
            "2 the schema's guards are in place",
            "constraint position_never_oversold of position: found no such constraint",
            "alter table position drop constraint position_never_oversold"),
        Corruption.of(
            "aConstraintIsNotValidated",
            "2 the schema's guards are in place",
            "NOT VALID; expected CHECK ((on_hand >= 0))",
            "alter table position drop constraint position_on_hand_check",
            "alter table position add constraint position_on_hand_check check (on_hand >= 0)"
                + " not valid"),
        Corruption.of(
            "aConstraintIsReplacedByAWeakerOne",
            "2 the schema's guards are in place",
            "found CHECK ((reserved <= ((on_hand + shortfall) + 1)))",
            "alter table position drop constraint position_never_oversold",
            "alter table position add constraint position_never_oversold"
                + " check (reserved <= on_hand + shortfall + 1)"));
  }

  static List<Corruption> ledger() {
    return List.of(
        Corruption.of(
            "anEntryIsDeleted",
            "3 versions are dense",
            "client harbor, TEA at SEA: found 17 entries, of versions 1 to 18; expected one each",
            "delete from ledger_entry where version = 4 and position_id = " + TEA),
        Corruption.of(
            "theLastEntryIsDeleted",
            "3 versions are dense",
            "found 17 entries, of versions 1 to 17; expected one each of versions 1 to 18",
            "delete from ledger_entry where version = 18 and position_id = " + TEA),
        Corruption.of(
            "aPositionIsDeleted",
            "3 every entry has its position",
            "client harbor, TEA at SEA: found 18 entries of a position that does not exist",
            "delete from position where id = " + TEA),
        Corruption.of(
            "anEntryIsRewritten",
            "3 balances chain",
            "TEA at SEA, entry 2: found on hand 119, reserved 0; expected on hand 100+20",
            "update ledger_entry set on_hand_after = 119 where version = 2 and position_id = "
                + TEA),
        Corruption.of(
            "safetyStockChangesByAReceipt",
            "3 safety stock changes only where it is set",
            "entry 2: found safety stock 7, left by \"received\"; expected 0, as before it",
            "update ledger_entry set safety_stock_after = 7 where version = 2 and position_id = "
                + TEA),
        Corruption.of(
            "anEntryIsOlderThanTheOneBefore",
            "3 times do not go back",
            "TEA at SEA, entry 5: found ",
            "update ledger_entry set at = at - interval '1 day' where version = 5"
                + " and position_id = "
                + TEA),
        Corruption.of(
            "aSaleBringsGoods",
            "3 every entry moves what its kind says",
            "entry 2: found \"sold\" that moved on hand by 20 and reserved by 0; expected on hand"
                + " shrinks, reserved stays, for no reservation or transfer",
            "update ledger_entry set kind = 2 where version = 2 and position_id = " + TEA),
        Corruption.of(
            "aReceiptIsForAReservation",
            "3 every entry moves what its kind says",
            "entry 2: found \"received\"",
            "update ledger_entry set subject = made_by('active') where version = 2"
                + " and position_id = "
                + TEA));
  }
}
