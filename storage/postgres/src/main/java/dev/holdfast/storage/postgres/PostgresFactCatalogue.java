package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.FactCatalogue;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The catalogue's words, read as a role that sees every client. Safe for several threads. */
public final class PostgresFactCatalogue implements FactCatalogue {
  private final Jdbi jdbi;

  /**
   * Asks nothing yet.
   *
   * @param database connections of the roles jobs or audit
   */
  public PostgresFactCatalogue(DataSource database) {
    this.jdbi = Jdbi.create(database);
  }

  @Override
  public List<ClientName> clients() {
    return StoreFailures.asking(() ->
        jdbi.inTransaction(handle ->
            handle
                .createQuery("select id, code, created_at from client order by id")
                .map((row, context) ->
                    new ClientName(
                        new ClientId(row.getInt("id")),
                        row.getString("code"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list()));
  }

  @Override
  public List<SkuName> skus(ClientId client, Collection<Long> ids) {
    if (ids.size() > MAX_SKUS) {
      throw new IllegalArgumentException(ids.size() + " SKUs at once; at most " + MAX_SKUS);
    }
    return StoreFailures.asking(() ->
        jdbi.inTransaction(handle ->
            handle
                .createQuery(
                    "select id, code, category, scale from sku"
                        + " where client_id = :client and id = any(:ids)")
                .bind("client", client.value())
                .bindArray("ids", Long.class, ids)
                .map((row, context) ->
                    new SkuName(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("category"),
                        new Scale(row.getInt("scale"))))
                .list()));
  }

  @Override
  public List<PlaceName> places(ClientId client) {
    return StoreFailures.asking(() ->
        jdbi.inTransaction(handle ->
            handle
                .createQuery("select id, code, time_zone from location where client_id = :client")
                .bind("client", client.value())
                .map((row, context) ->
                    new PlaceName(
                        row.getInt("id"),
                        row.getString("code"),
                        ZoneId.of(row.getString("time_zone"))))
                .list()));
  }
}
