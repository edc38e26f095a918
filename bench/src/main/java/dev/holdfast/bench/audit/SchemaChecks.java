package dev.holdfast.bench.audit;

import java.util.List;

/** Invariants 2 and 5 in the schema: what the database itself refuses. */
final class SchemaChecks {
  /** Definitions as PostgreSQL writes them; versions 15 to 18 write the same. */
  private static final String CONSTRAINTS =
      """
      select 1, null, null, 'constraint ' || e.name || ' of ' || e.place,
        coalesce(pg_get_constraintdef(c.oid), 'no such constraint'), e.definition
      from (values
        ('position', 'position_on_hand_check', 'CHECK ((on_hand >= 0))'),
        ('position', 'position_reserved_check', 'CHECK ((reserved >= 0))'),
        ('position', 'position_safety_stock_check', 'CHECK ((safety_stock >= 0))'),
        ('position', 'position_version_check', 'CHECK ((version >= 0))'),
        ('position', 'position_never_oversold', 'CHECK ((reserved <= (on_hand + shortfall)))'),
        ('position', 'position_shortfall_is_real',
          'CHECK ((shortfall = GREATEST((0)::bigint, (reserved - on_hand))))'),
        ('ledger_entry', 'ledger_entry_version_check', 'CHECK ((version > 0))'),
        ('ledger_entry', 'ledger_entry_kind_check', 'CHECK (((kind >= 1) AND (kind <= 13)))'),
        ('ledger_entry', 'ledger_entry_on_hand_after_check', 'CHECK ((on_hand_after >= 0))'),
        ('ledger_entry', 'ledger_entry_reserved_after_check', 'CHECK ((reserved_after >= 0))'),
        ('ledger_entry', 'ledger_entry_safety_stock_after_check',
          'CHECK ((safety_stock_after >= 0))'),
        ('ledger_entry', 'ledger_entry_never_oversold',
          'CHECK (((kind <> ALL (ARRAY[2, 3, 8])) OR (reserved_after <= on_hand_after)))'),
        ('ledger_entry', 'ledger_entry_respects_safety_stock',
          'CHECK (((kind <> 3) OR ((reserved_after + safety_stock_after) <= on_hand_after)))'),
        ('reservation', 'reservation_state_check', 'CHECK (((state >= 0) AND (state <= 3)))'),
        ('reservation', 'reservation_ends_once',
          'CHECK (((state = 0) = (settled_at IS NULL)))'),
        ('reservation', 'reservation_lines', 'CHECK (((cardinality(position_ids) > 0)'
          || ' AND (cardinality(position_ids) = cardinality(quantities))))'),
        ('customer_order', 'customer_order_state_check',
          'CHECK (((state >= 0) AND (state <= 7)))'),
        ('customer_order', 'customer_order_version_check', 'CHECK ((version > 0))'),
        ('lot', 'lot_received_check', 'CHECK ((received >= 0))'),
        ('lot', 'lot_remaining_check', 'CHECK ((remaining >= 0))'),
        ('transfer', 'transfer_state_check', 'CHECK (((state >= 0) AND (state <= 2)))'),
        ('transfer', 'transfer_ends_once', 'CHECK (((state = 0) = (settled_at IS NULL)))'),
        ('transfer', 'transfer_lines', 'CHECK (((cardinality(position_ids) > 0)'
          || ' AND (cardinality(position_ids) = cardinality(quantities))))'))
        e(place, name, definition)
      left join pg_constraint c on c.conname = e.name and c.contype = 'c'
        and c.conrelid = to_regclass('holdfast.' || e.place)
      where c.oid is null or not c.convalidated or pg_get_constraintdef(c.oid) <> e.definition
      """;

  private static final String UNIQUE_KEYS =
      """
      select 1, null, null, 'table ' || e.place, 'no valid unique index on ' || e.columns, 'one'
      from (values
        ('client', '{code}'),
        ('api_key', '{secret_hash}'),
        ('sku', '{client_id,code}'),
        ('sku_barcode', '{client_id,barcode}'),
        ('location', '{client_id,code}'),
        ('position', '{id}'),
        ('ledger_entry', '{position_id,version}'),
        ('reservation', '{client_id,id}'),
        ('transfer', '{client_id,id}'),
        ('command_outcome', '{client_id,idempotency_key}'),
        ('customer_order', '{client_id,id}'),
        ('customer_order', '{client_id,number}'),
        ('lot', '{position_id,lot}'),
        ('webhook', '{id}'),
        ('webhook_secret', '{id}'),
        ('webhook_cursor', '{webhook_id,position_id}'),
        ('threshold', '{client_id,position_id}'),
        ('account', '{email}'),
        ('account', '{key_id}'),
        ('session', '{secret_hash}')) e(place, columns)
      where not exists (
        select from pg_index i
        where i.indrelid = to_regclass('holdfast.' || e.place) and i.indisunique and i.indisvalid
          and i.indisready and i.indislive and i.indpred is null and i.indexprs is null
          and e.columns::name[] = array(
            select a.attname from unnest(i.indkey::int2[]) with ordinality k(number, n)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
            where n <= i.indnkeyatts order by n))
      """;

  private SchemaChecks() {}

  static List<Question> questions() {
    return List.of(
        new Question(
            CONSTRAINTS,
            new Check(
                2,
                "the schema's guards are in place",
                Examined.CONSTRAINTS,
                "Mend the rows that break it, then put it back as the database's owner: ALTER TABLE"
                    + " holdfast.TABLE ADD CONSTRAINT NAME DEFINITION.")),
        new Question(
            UNIQUE_KEYS,
            new Check(
                5,
                "the unique keys are in place",
                Examined.UNIQUE_INDEXES,
                "Remove what is there twice, then make the index again as the database's owner:"
                    + " CREATE UNIQUE INDEX, or REINDEX where it is invalid.")));
  }
}
