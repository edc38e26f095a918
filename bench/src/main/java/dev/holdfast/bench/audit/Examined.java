package dev.holdfast.bench.audit;

/** What a check looks at, and the question that counts it. */
enum Examined {
  POSITIONS("position"),
  ENTRIES("ledger_entry"),
  RESERVATIONS("reservation"),
  TRANSFERS("transfer"),
  ORDERS("customer_order"),
  LOTS("lot"),
  OUTCOMES("command_outcome"),
  BARCODES("sku_barcode"),
  WEBHOOKS("webhook_cursor"),
  THRESHOLDS("threshold"),
  CONSTRAINTS(
      "(select from pg_constraint where connamespace = 'holdfast'::regnamespace"
          + " and contype = 'c') c"),
  UNIQUE_INDEXES(
      "(select from pg_index i join pg_class c on c.oid = i.indrelid"
          + " where c.relnamespace = 'holdfast'::regnamespace and i.indisunique) i"),
  TABLES(
      "(select from pg_class where relnamespace = 'holdfast'::regnamespace"
          + " and relkind in ('r', 'p')) t"),
  POLICIES("(select from pg_policies where schemaname = 'holdfast') p"),
  ROLES("(" + Sql.ROLES + ") r"),
  /** Lines of the journal that was handed over; counted while they are read. */
  JOURNAL("");

  private final String from;

  Examined(String from) {
    this.from = from;
  }

  /** Counts it; empty where that is counted another way. */
  String count() {
    return from.isEmpty() ? "" : "select count(*) from " + from;
  }
}
