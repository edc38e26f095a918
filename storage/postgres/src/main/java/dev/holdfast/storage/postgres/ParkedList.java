package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.WebhookStore.ParkedAt;
import dev.holdfast.storage.api.WebhookStore.ParkedRow;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The statements that list parked positions. The index on what is parked is by webhook; shifts stay
 * inside subqueries for the reason that {@link PositionList} tells.
 */
final class ParkedList {
  private static final String COLUMNS =
      " c.position_id, s.code as sku, l.code as location,"
          + " p.version - c.delivered_version as waiting, c.tries, c.reason, c.parked_at";

  private static final String CURSOR =
      "select *, position_id >> 20 as sku_id, (position_id & 1048575)::int as location_id"
          + " from webhook_cursor where client_id = :client and parked_at is not null";

  private static final String NAMES =
      " join position p on p.id = c.position_id and p.client_id = :client"
          + " join sku s on s.id = c.sku_id and s.client_id = :client"
          + " join location l on l.id = c.location_id and l.client_id = :client";

  private static final String OF_WEBHOOK =
      "select"
          + COLUMNS
          + " from ("
          + CURSOR
          + " and webhook_id = :webhook and position_id > :position"
          + " order by position_id limit :rows) c"
          + NAMES
          + " order by c.position_id";

  /** From the webhook that the last page ended in; one webhook's range of keys after the other. */
  private static final String OF_CLIENT =
      "select c.webhook_id, c.url,"
          + COLUMNS
          + " from (select w.url, k.* from (select id, url from webhook"
          + " where client_id = :client and id >= :webhook order by id offset 0) w"
          + " cross join lateral ("
          + CURSOR
          + " and webhook_id = w.id"
          + " and position_id > case when w.id = :webhook then :position else 0 end"
          + " order by position_id limit :rows) k"
          + " order by w.id, k.position_id limit :rows) c"
          + NAMES
          + " order by c.webhook_id, c.position_id";

  private ParkedList() {}

  /** Where a page ended. */
  record Place(int webhook, long position) {
    private static final Place BEGINNING = new Place(0, 0);

    /**
     * The place of a cursor.
     *
     * @throws BadCursorException when it is none that was given out
     */
    static Place of(@Nullable String cursor) {
      if (cursor == null) {
        return BEGINNING;
      }
      String[] parts = Cursors.text(cursor).split(":", -1);
      try {
        if (parts.length == 2) {
          return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }
      } catch (NumberFormatException broken) {
        throw new BadCursorException();
      }
      throw new BadCursorException();
    }

    static String text(ParkedAt row) {
      return row.webhook() + ":" + row.parked().position().packed();
    }
  }

  static Page<ParkedRow> ofWebhook(Handle handle, ClientId client, Place after, int limit) {
    List<ParkedRow> found =
        handle
            .createQuery(OF_WEBHOOK)
            .bind("client", client.value())
            .bind("webhook", after.webhook())
            .bind("position", after.position())
            .bind("rows", Cursors.oneMore(limit))
            .map(WebhookRows::parked)
            .list();
    return Cursors.page(found, limit, row -> row.position().packed());
  }

  static Page<ParkedAt> ofClient(Handle handle, ClientId client, Place after, int limit) {
    List<ParkedAt> found =
        handle
            .createQuery(OF_CLIENT)
            .bind("client", client.value())
            .bind("webhook", after.webhook())
            .bind("position", after.position())
            .bind("rows", Cursors.oneMore(limit))
            .map(WebhookRows::parkedAt)
            .list();
    return Cursors.page(found, limit, Place::text);
  }
}
