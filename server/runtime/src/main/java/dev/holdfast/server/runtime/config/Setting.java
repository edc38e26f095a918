package dev.holdfast.server.runtime.config;

import java.util.Locale;

/**
 * One thing that can be set: its key in the configuration file, its default and what it is for. The
 * environment variable is the key in upper case with {@code HOLDFAST_} before it and underscores
 * for dots and hyphens.
 */
public enum Setting {
  DATA("data", "./data", "Folder of the embedded database, logs and run.json."),
  HOST("host", "127.0.0.1", "Address to listen on. 0.0.0.0 opens it to the network."),
  PORT("port", "8448", "Port of the HTTP API; 0 takes any free one."),
  MANAGEMENT_PORT(
      "management-port", "8449", "Port of /livez, /readyz, /startupz, /metrics; 0 takes any."),
  DATABASE_URL(
      "database-url",
      "",
      "Your own PostgreSQL 15+: postgres://user:password@host/db. Empty: the embedded one."),
  LANES("lanes", "2", "Batches that are written at once; about the database's cores."),
  EVENT_LOOPS("event-loops", "0", "Threads that serve HTTP; 0 takes one per CPU."),
  IDEMPOTENCY_DAYS(
      "idempotency-days", "30", "How long the outcome of a command is remembered by its key."),
  ROLES(
      "roles",
      "edge,ledger,jobs",
      "What this process does: edge (lookups), ledger (commands), jobs (expiry, webhooks)."),
  LEDGER_URLS(
      "ledger-urls",
      "",
      "Where an edge without a ledger passes commands on to: http://a:8448,http://b:8448."),
  REDIS_URL(
      "redis-url",
      "",
      "Redis that carries changes between processes: redis://:password@host:6379/0."),
  WEBHOOK_ALLOWED_NETWORKS(
      "webhook-allowed-networks",
      "",
      "Networks beyond the public ones that webhooks may lead to: 10.0.0.0/8,192.168.7.0/24."),
  WEBHOOK_RETRY_SECONDS(
      "webhook-retry-seconds",
      "1,5,30,120,360,900,2160",
      "Pauses between tries of a delivery; when they are used up, its position is parked."),
  SHOP(
      "shop",
      "",
      "Client whose shop is open to everybody; empty: none, with --demo harbor's; off: none."),
  SHOP_LOOKUPS_PER_MINUTE(
      "shop-lookups-per-minute",
      "6000",
      "Questions that the open shop answers one network address; 0: any number."),
  SHOP_COMMANDS_PER_MINUTE(
      "shop-commands-per-minute",
      "60",
      "Reservations made, extended and given back from one network address; 0: any number."),
  SHOP_RESERVATIONS(
      "shop-reservations",
      "20",
      "Reservations that one network address holds at a time; 0: any number."),
  PUBLIC_URL(
      "public-url",
      "",
      "Where browsers find this installation, such as https://stock.example.com."),
  OIDC_ISSUER(
      "oidc-issuer",
      "",
      "Your identity provider (OpenID Connect), such as https://login.example.com/realms/staff."),
  OIDC_CLIENT_ID("oidc-client-id", "", "How the identity provider calls this installation."),
  OIDC_CLIENT_SECRET("oidc-client-secret", "", "What it has agreed with this installation."),
  OIDC_NAME("oidc-name", "Company login", "What the button of the identity provider says."),
  CARRIER_URL(
      "carrier-url",
      "",
      "Where carriers' own prices are asked for, such as https://rates.example.com/v1/quotes."),
  CARRIER_TOKEN("carrier-token", "", "What that address knows this installation by."),
  CARRIER_DEADLINE_MS(
      "carrier-deadline-ms", "400", "How long it may take, 50 to 5000; then the tariff counts."),
  REPORTS_ENABLED(
      "reports-enabled", "true", "false: what happens is not added to reports, which grow old."),
  REPORTS_INTERVAL_MS(
      "reports-interval-ms", "1000", "How often what happened is added to reports, 100 to 10000."),
  REPORTS_DATABASE_URL(
      "reports-database-url",
      "",
      "A standby of the database that reports are read from: postgres://host/db."),
  REPORTS_MONGODB_URL(
      "reports-mongodb-url",
      "",
      "MongoDB that keeps what reports count: mongodb://user:password@host/db?replicaSet=rs0."),
  FEED("feed", "on", "off: no view and no lookups, to measure what the feed costs."),
  DEMO("demo", "false", "Load the demo company into an empty database.");

  private final String key;
  private final String defaultValue;
  private final String purpose;

  Setting(String key, String defaultValue, String purpose) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.purpose = purpose;
  }

  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String purpose() {
    return purpose;
  }

  public String environmentVariable() {
    return "HOLDFAST_" + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
