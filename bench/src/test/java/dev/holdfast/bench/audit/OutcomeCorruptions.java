package dev.holdfast.bench.audit;

import java.util.List;

/** Broken outcomes, and effects that were lost or have no outcome: invariants 5, 6 and 7. */
final class OutcomeCorruptions {
  private static final String TEA = "pos('harbor', 'TEA', 'SEA')";
  private static final String SOAP = "pos('harbor', 'SOAP', 'SEA')";

  private OutcomeCorruptions() {}

  static List<Corruption> outcomes() {
    return List.of(
        Corruption.of(
            "anOutcomeIsCutOff",
            "5 every outcome can be read",
            "client harbor, key sell: found {\"at\":",
            "update command_outcome set outcome = left(outcome, 9) where idempotency_key = 'sell'"),
        Corruption.of(
            "anOutcomeHasAnotherTimeThanItsRow",
            "5 every outcome can be read",
            "is not that of its row",
            "update command_outcome set at = at + interval '1 microsecond'"
                + " where idempotency_key = 'sell'"),
        Corruption.of(
            "theKeyOfOutcomesIsDropped",
            "5 the unique keys are in place",
            "table command_outcome: found no valid unique index on {client_id,idempotency_key}",
            "alter table command_outcome drop constraint command_outcome_pkey"),
        Corruption.of(
            "aKeyHasTwoOutcomes",
            "5 one outcome per client and key",
            "client harbor, key sell: found 2 outcomes; expected one",
            "alter table command_outcome drop constraint command_outcome_pkey",
            "insert into command_outcome select * from command_outcome"
                + " where idempotency_key = 'sell'"),
        Corruption.of(
            "twoKeysClaimTheSameSale",
            "5 no change was answered twice",
            "client harbor, TEA at SEA, key sell: found entry 3 as the effect of several keys",
            "insert into command_outcome select client_id, 'again', fingerprint, at, outcome"
                + " from command_outcome where idempotency_key = 'sell'"),
        Corruption.of(
            "aClientWasToldAnotherBalance",
            "5 answers and ledger say the same",
            "client harbor, TEA at SEA, key sell: found entry 3: \"sold\" 5 at ",
            "update command_outcome set outcome = replace(outcome, ',5,115,', ',5,114,')"
                + " where idempotency_key = 'sell'"),
        Corruption.of(
            "aClientWasToldAnotherQuantity",
            "5 answers and ledger say the same",
            "expected as answered: 6 at ",
            "update command_outcome set outcome = replace(outcome, ',5,115,', ',6,115,')"
                + " where idempotency_key = 'sell'"),
        Corruption.of(
            "anEntryIsForAnotherReservation",
            "5 answers and ledger say the same",
            "key active",
            "update ledger_entry set subject = made_by('confirmed')"
                + " where subject = made_by('active') and position_id = "
                + TEA),
        Corruption.of(
            "anOutcomeIsForgottenTooEarly",
            "5 every entry was answered or imported",
            "client harbor, TEA at SEA, entry 3: found \"sold\" at ",
            "delete from command_outcome where idempotency_key = 'sell'"),
        Corruption.of(
            "anEntryIsMadeUp",
            "5 every entry was answered or imported",
            "client harbor, TEA at SEA, entry 19: found \"received\" at ",
            "insert into ledger_entry select position_id, 19, client_id, 1, 1, 0, 110, 2, 10,"
                + " now(), 0, null, null from ledger_entry where version = 18 and position_id = "
                + TEA,
            "update position set version = 19, on_hand = 110 where id = " + TEA));
  }

  static List<Corruption> losses() {
    return List.of(
        Corruption.of(
            "theLastAcknowledgedEntryIsLost",
            "6 every acknowledged line is in the ledger",
            "client harbor, SOAP at PDX, key arrive: found no entry 1; expected the entry that was",
            "delete from ledger_entry where position_id = pos('harbor', 'SOAP', 'PDX')",
            "delete from position where id = pos('harbor', 'SOAP', 'PDX')"),
        Corruption.of(
            "anAcknowledgedReservationIsLost",
            "6 every acknowledged reservation, transfer or order exists",
            "client harbor, key confirmed: found no reservation, transfer or order ",
            "delete from reservation where id = made_by('confirmed')"),
        Corruption.of(
            "anAcknowledgedTransferIsLost",
            "6 every acknowledged reservation, transfer or order exists",
            "client harbor, key sent: found no reservation, transfer or order ",
            "delete from transfer where state = 0"),
        Corruption.of(
            "anExtensionSawAnotherBalance",
            "6 answers name balances that the ledger knows",
            "client harbor, TEA at SEA, key extend: found entry 18 left ",
            "update command_outcome set outcome = replace(outcome, ',2,107,2,', ',2,107,4,')"
                + " where idempotency_key = 'extend'"),
        Corruption.of(
            "aRefusalSawAnEntryThatIsGone",
            "6 answers name balances that the ledger knows",
            "client harbor, TEA at SEA, key refused: found no entry 80",
            "update command_outcome set outcome = replace(outcome, ',8,1]', ',80,1]')"
                + " where idempotency_key = 'refused'"),
        Corruption.of(
            "anAnswerLeavesOutALine",
            "7 answers name every line of their reservation or transfer",
            "client harbor, key active: found lines of ",
            "update command_outcome set outcome ="
                + " regexp_replace(outcome, ',\\[[-0-9,]+\\]\\]\\}$', ']}')"
                + " where idempotency_key = 'active'"),
        Corruption.of(
            "anAnswerOfATransferNamesAnotherQuantity",
            "7 answers name every line of their reservation or transfer",
            "client harbor, key sent: found lines of ",
            "update transfer set quantities = array[4] where state = 0"),
        Corruption.of(
            "oneLineOfAReceiptIsLost",
            "7 no command is in the ledger by half",
            "client harbor, key receive: found 1 of its 2 lines in the ledger; expected all or",
            "delete from ledger_entry where version = 2 and position_id = " + SOAP),
        Corruption.of(
            "aRowOfAnImportedFileIsLost",
            "7 no imported file is in the ledger by half",
            "client harbor, key import: found 1 counted positions in the ledger; expected 2",
            "delete from ledger_entry where version = 1 and position_id = " + SOAP));
  }
}
