package dev.holdfast.bench.audit;

import java.util.List;

/** Mixed clients, open policies, roles that can too much: invariant 9. */
final class IsolationCorruptions {
  private static final String APP = AuditDatabase.NAME + "_app";
  private static final String WRITER = AuditDatabase.NAME + "_writer";
  private static final String TEA = "pos('harbor', 'TEA', 'SEA')";
  private static final String OTHER = "(select id from client where code = 'other')";
  private static final String THEIR_TEA = "pos('other', 'TEA', 'SEA')";

  private IsolationCorruptions() {}

  static List<Corruption> rows() {
    return List.of(
        Corruption.of(
            "anAnswerNamesAPositionOfAnotherClient",
            "9 answers name positions of their own client",
            "client harbor, TEA at SEA, key sell: found a position of client ",
            "update ledger_entry set client_id = "
                + OTHER
                + " where version = 3 and position_id = "
                + TEA),
        Corruption.of(
            "aRefusalNamesAPositionOfAnotherClient",
            "9 refusals name positions of their own client",
            "client harbor, TEA at SEA, key refused: found a SKU or location of another client",
            "update command_outcome set outcome = replace(outcome, "
                + TEA
                + "::text, "
                + THEIR_TEA
                + "::text) where idempotency_key = 'refused'"),
        Corruption.of(
            "aPositionBelongsToAnotherClient",
            "9 positions are of their client's SKUs and locations",
            "client other, TEA at SEA, position ",
            "update position set client_id = " + OTHER + " where id = " + TEA),
        Corruption.of(
            "aPositionIsAtALocationThatDoesNotExist",
            "9 positions are of their client's SKUs and locations",
            "client harbor, SOAP at location number 99, position ",
            "update position set id = id >> 20 << 20 | 99"
                + " where id = pos('harbor', 'SOAP', 'SEA')"),
        Corruption.of(
            "anEntryBelongsToAnotherClient",
            "9 entries are of their client's positions",
            "client other, TEA at SEA, entry 2: found a position of client ",
            "update ledger_entry set client_id = "
                + OTHER
                + " where version = 2 and position_id = "
                + TEA),
        Corruption.of(
            "anEntryWasMadeByAnotherClientsKey",
            "9 entries were made by their client's keys",
            "client harbor, TEA at SEA, entry 2: found made by key ",
            "update ledger_entry set actor = (select id from api_key where client_id = "
                + OTHER
                + ") where version = 2 and position_id = "
                + TEA),
        Corruption.of(
            "aReservationHoldsAnotherClientsPosition",
            "9 reservations hold their client's positions",
            "client harbor, TEA at SEA, reservation ",
            "update reservation set position_ids[1] = "
                + THEIR_TEA
                + " where id = made_by('active')"),
        Corruption.of(
            "aTransferGoesToAnotherClientsLocation",
            "9 transfers move between their client's positions",
            "found to location ",
            "update transfer set to_location = (" + THEIR_TEA + " & 1048575) where state = 0"),
        Corruption.of(
            "aTransferLeavesAnotherClientsPosition",
            "9 transfers move between their client's positions",
            "client harbor, TEA at SEA, transfer ",
            "update transfer set position_ids = array[" + THEIR_TEA + "] where state = 0"),
        Corruption.of(
            "aBarcodeIsOfAnotherClientsSku",
            "9 barcodes are of their client's SKUs",
            "client harbor, barcode bar-SOAP: found SKU ",
            "update sku_barcode set sku_id = " + THEIR_TEA + " >> 20 where barcode = 'bar-SOAP'"),
        Corruption.of(
            "aWebhookIsToldOfAnotherClientsPosition",
            "9 webhooks are told of their client's positions",
            "client harbor, TEA at SEA, webhook 1: found a webhook of client ",
            "insert into webhook (client_id, url, event_types, sees_balances)"
                + " select id, 'https://example.com', '{}', true from client where code = 'harbor'",
            "insert into webhook_cursor (webhook_id, position_id, client_id, delivered_version)"
                + " select id, "
                + THEIR_TEA
                + ", client_id, 0 from webhook"),
        Corruption.of(
            "aThresholdIsOfAnotherClientsPosition",
            "9 thresholds are of their client's positions",
            "client harbor, TEA at SEA, thresholds: found SKU ",
            "insert into threshold (position_id, client_id, low_stock) select "
                + THEIR_TEA
                + ", id, 1 from client where code = 'harbor'"));
  }

  static List<Corruption> security() {
    return List.of(
        Corruption.of(
            "theOwnerIsExemptFromRowLevelSecurity",
            "9 row-level security is forced on every table",
            "table position: found row-level security on, not forced; expected on and forced",
            "alter table position no force row level security"),
        Corruption.of(
            "rowLevelSecurityIsSwitchedOff",
            "9 row-level security is forced on every table",
            "table reservation: found row-level security off",
            "alter table reservation disable row level security"),
        Corruption.of(
            "aNewTableIsOpen",
            "9 row-level security is forced on every table",
            "table forgotten: found row-level security off",
            "create table forgotten (client_id int)"),
        Corruption.of(
            "aPolicyIsMissing",
            "9 the policies are those of the program",
            "policy own_client of table position: found none; expected ALL for " + APP,
            "drop policy own_client on position"),
        Corruption.of(
            "aPolicyOpensATable",
            "9 the policies are those of the program",
            "policy open of table position: found SELECT for " + APP + " using true; expected none",
            "create policy open on position for select to " + APP + " using (true)"),
        Corruption.of(
            "aPolicyIsLoosened",
            "9 the policies are those of the program",
            "policy own_client of table sku: found ALL for " + APP + " using (client_id > 0)",
            "alter policy own_client on sku using (client_id > 0)"),
        Corruption.of(
            "withoutAClientAllIsSeen",
            "9 without a client the server's role sees nothing",
            "table position: found a row seen without a client; expected none",
            "create policy open on position for select to " + APP + " using (true)"),
        Corruption.of(
            "aClientSeesAnothersRows",
            "9 with a client the server's role sees that client's rows only",
            "table sku: found a row seen as client number ",
            "create policy open on sku for select to "
                + APP
                + " using (current_setting('holdfast.client', true) <> '')"));
  }

  static List<Corruption> roles() {
    String administrators = "9 the program's roles have no rights of an administrator";
    String owning = "9 the program's roles own nothing and create nothing";
    return List.of(
        Corruption.of(
            "aRoleBypassesRowLevelSecurity",
            administrators,
            "role " + WRITER + ": found bypasses row-level security; expected a role without",
            "alter role " + WRITER + " bypassrls"),
        Corruption.of(
            "aRoleIsASuperuserThatMakesRoles",
            administrators,
            "role " + APP + ": found superuser, makes roles",
            "alter role " + APP + " superuser createrole"),
        Corruption.of(
            "aRoleIsMemberOfAnother",
            administrators,
            "role " + APP + ": found member of pg_monitor; expected member of none",
            "grant pg_monitor to " + APP),
        Corruption.of(
            "aRoleOwnsATable",
            owning,
            "role " + WRITER + ": found owns table ledger_entry; expected nothing",
            "alter table ledger_entry owner to " + WRITER),
        Corruption.of(
            "aRoleCanChangeTheSchema",
            owning,
            "role " + APP + ": found may create in the schema holdfast",
            "grant create on schema holdfast to " + APP),
        Corruption.of(
            "theWriterCanChangeEntries",
            "9 no role of the program can change or delete ledger entries",
            "role " + WRITER + ": found may update ledger_entry; expected may not",
            "grant update (note) on ledger_entry to " + WRITER),
        Corruption.of(
            "everybodyCanDeleteEntries",
            "9 no role of the program can change or delete ledger entries",
            "role " + APP + ": found may delete ledger_entry",
            "grant delete on ledger_entry to public"),
        Corruption.of(
            "theServersRoleWritesPositions",
            "9 only the batch writer writes stock",
            "role " + APP + ": found may insert position; expected may not",
            "grant insert on position to " + APP),
        Corruption.of(
            "theWriterDeletesReservations",
            "9 only the batch writer writes stock",
            "role " + WRITER + ": found may delete reservation",
            "grant delete on reservation to " + WRITER));
  }
}
