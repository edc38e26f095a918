package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks in PostgreSQL, as the app role under row-level security. Safe for use by several
 * threads.
 */
public final class PostgresWebhookStore implements WebhookStore {
  private static final String SELECT =
      "select w.id, w.url, w.event_types, w.sees_balances, w.active, w.created_at,"
          + " w.last_success_at, w.last_failure_at, w.last_failure, w.pending,"
          + " (select count(*) from webhook_cursor c where c.webhook_id = w.id"
          + " and c.parked_at is not null) as parked"
          + " from webhook w where w.client_id = :client";

  private static final String UNPARK =
      "update webhook_cursor set parked_at = null, tries = 0, reason = null, next_try_at = null";

  /** Serialises the making of webhooks of one client, so that their number holds. */
  private static final int WEBHOOK_LOCK = 0x776562;

  private final Database database;

  public PostgresWebhookStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<WebhookRow> create(ClientId client, WebhookTerms terms, String secret) {
    return asClient(
        client,
        handle -> {
          handle.execute("select pg_advisory_xact_lock(?, ?)", WEBHOOK_LOCK, client.value());
          if (count(handle, client) >= MAX_WEBHOOKS) {
            return Optional.empty();
          }
          int id =
              handle
                  .createQuery(
                      "insert into webhook (client_id, url, event_types, sees_balances)"
                          + " values (:client, :url, :types, :sees) returning id")
                  .bind("client", client.value())
                  .bind("url", terms.url())
                  .bindArray("types", String.class, labels(terms))
                  .bind("sees", terms.seesBalances())
                  .mapTo(Integer.class)
                  .one();
          addSecret(handle, client, id, secret);
          return find(handle, client, id);
        });
  }

  private static int count(Handle handle, ClientId client) {
    return handle
        .createQuery("select count(*) from webhook where client_id = :client")
        .bind("client", client.value())
        .mapTo(Integer.class)
        .one();
  }

  private static void addSecret(Handle handle, ClientId client, int id, String secret) {
    handle
        .createUpdate(
            "insert into webhook_secret (webhook_id, client_id, secret)"
                + " values (:id, :client, :secret)")
        .bind("id", id)
        .bind("client", client.value())
        .bind("secret", secret)
        .execute();
  }

  private static List<String> labels(WebhookTerms terms) {
    return terms.types().stream().map(EventType::label).sorted().toList();
  }

  @Override
  public List<WebhookRow> webhooks(ClientId client) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(SELECT + " order by w.id")
                .bind("client", client.value())
                .map(WebhookRows::webhook)
                .list());
  }

  @Override
  public Optional<WebhookRow> webhook(ClientId client, int id) {
    return asClient(client, handle -> find(handle, client, id));
  }

  private static Optional<WebhookRow> find(Handle handle, ClientId client, int id) {
    return handle
        .createQuery(SELECT + " and w.id = :id")
        .bind("client", client.value())
        .bind("id", id)
        .map(WebhookRows::webhook)
        .findOne();
  }

  @Override
  public Optional<WebhookRow> replace(ClientId client, int id, WebhookTerms terms, boolean active) {
    return asClient(
        client,
        handle -> {
          handle
              .createUpdate(
                  "update webhook set url = :url, event_types = :types,"
                      + " sees_balances = sees_balances and :sees, active = :active,"
                      + " revision = revision + 1 where client_id = :client and id = :id")
              .bind("client", client.value())
              .bind("id", id)
              .bind("url", terms.url())
              .bindArray("types", String.class, labels(terms))
              .bind("sees", terms.seesBalances())
              .bind("active", active)
              .execute();
          return find(handle, client, id);
        });
  }

  @Override
  public boolean delete(ClientId client, int id) {
    return asClient(
        client,
        handle ->
            handle
                    .createUpdate("delete from webhook where client_id = :client and id = :id")
                    .bind("client", client.value())
                    .bind("id", id)
                    .execute()
                == 1);
  }

  @Override
  public Optional<Instant> rotate(ClientId client, int id, String secret, Duration oldIsValidFor) {
    return asClient(
        client,
        handle -> {
          if (!touch(handle, client, id)) {
            return Optional.empty();
          }
          handle
              .createUpdate(
                  "delete from webhook_secret where webhook_id = :id and valid_until is not null")
              .bind("id", id)
              .execute();
          Optional<Instant> until =
              handle
                  .createQuery(
                      "update webhook_secret set valid_until = clock_timestamp()"
                          + " + make_interval(secs => :seconds) where webhook_id = :id"
                          + " returning valid_until")
                  .bind("id", id)
                  .bind("seconds", oldIsValidFor.toSeconds())
                  .map((row, context) -> Rows.instant(row, "valid_until"))
                  .findOne();
          addSecret(handle, client, id, secret);
          return until;
        });
  }

  /** Locks the webhook and lets whoever delivers look again; false when there is none. */
  private static boolean touch(Handle handle, ClientId client, int id) {
    return handle
            .createUpdate(
                "update webhook set revision = revision + 1"
                    + " where client_id = :client and id = :id")
            .bind("client", client.value())
            .bind("id", id)
            .execute()
        == 1;
  }

  @Override
  public Page<ParkedRow> parked(ClientId client, int id, @Nullable String after, int limit) {
    ParkedList.Place place = new ParkedList.Place(id, after == null ? 0 : Cursors.number(after));
    return asClient(client, handle -> ParkedList.ofWebhook(handle, client, place, limit));
  }

  @Override
  public Page<ParkedAt> parked(ClientId client, @Nullable String after, int limit) {
    ParkedList.Place place = ParkedList.Place.of(after);
    return asClient(client, handle -> ParkedList.ofClient(handle, client, place, limit));
  }

  @Override
  public int replay(ClientId client, int id, @Nullable PositionKey position) {
    return asClient(
        client,
        handle -> {
          if (!touch(handle, client, id)) {
            return 0;
          }
          return handle
              .createUpdate(
                  UNPARK
                      + " where client_id = :client and webhook_id = :id"
                      + " and parked_at is not null"
                      + " and (:position = 0 or position_id = :position)")
              .bind("client", client.value())
              .bind("id", id)
              .bind("position", position == null ? 0 : position.packed())
              .execute();
        });
  }

  @Override
  public Optional<Long> skip(ClientId client, int id, PositionKey position) {
    return asClient(
        client,
        handle -> {
          if (!touch(handle, client, id)) {
            return Optional.empty();
          }
          // In two statements, because one cannot tell what the row was before.
          Optional<Long> waiting =
              handle
                  .createQuery(
                      "select p.version - c.delivered_version from webhook_cursor c"
                          + " join position p on p.id = c.position_id"
                          + " where c.client_id = :client and c.webhook_id = :id"
                          + " and c.position_id = :position and c.parked_at is not null"
                          + " for update of c")
                  .bind("client", client.value())
                  .bind("id", id)
                  .bind("position", position.packed())
                  .mapTo(Long.class)
                  .findOne();
          waiting.ifPresent(entries ->
              handle
                  .createUpdate(
                      UNPARK
                          + ", delivered_version = delivered_version + :entries"
                          + " where webhook_id = :id and position_id = :position")
                  .bind("entries", entries)
                  .bind("id", id)
                  .bind("position", position.packed())
                  .execute());
          return waiting;
        });
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
