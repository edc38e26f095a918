package dev.holdfast.storage.postgres;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.access.SessionTerms;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Clients and keys in PostgreSQL, as the access role. Safe for use by several threads. */
public final class PostgresAccessStore implements AccessStore {
  private static final String KEY_COLUMNS = "id, name, role, operator, created_at, revoked_at";

  /** A row is written once a minute at most for a session that is in use. */
  private static final String HOLDER =
      "select id, name, client_id, role, operator, false as unnoted from api_key"
          + " where secret_hash = :hash and revoked_at is null"
          + " union all"
          + " select k.id, k.name, k.client_id, k.role, k.operator,"
          + " s.last_seen_at < clock_timestamp() - interval '1 minute'"
          + " from session s join account a on a.id = s.account_id"
          + " join api_key k on k.id = a.key_id where s.secret_hash = :hash and "
          + PostgresAccountStore.LIVE;

  private final Jdbi jdbi;

  public PostgresAccessStore(Database database) {
    this.jdbi = Jdbi.create(database.access());
  }

  @Override
  public Optional<Principal> principal(byte[] secretHash) {
    return asking(handle -> {
      Optional<Holder> holder =
          handle
              .createQuery(HOLDER)
              .bind("hash", secretHash)
              .bind("idle", SessionTerms.IDLE.toSeconds())
              .bind("age", SessionTerms.AGE.toSeconds())
              .map(PostgresAccessStore::holder)
              .findOne();
      if (holder.isPresent() && holder.get().unnoted()) {
        handle
            .createUpdate(
                "update session set last_seen_at = clock_timestamp() where secret_hash = :hash")
            .bind("hash", secretHash)
            .execute();
      }
      return holder.map(Holder::principal);
    });
  }

  @Override
  public KeyRow createKey(
      ClientId client, String name, Role role, boolean operator, byte[] secretHash) {
    return asking(handle ->
        handle
            .createQuery(
                "insert into api_key (client_id, name, role, operator, secret_hash)"
                    + " values (:client, :name, :role, :operator, :hash) returning "
                    + KEY_COLUMNS)
            .bind("client", client.value())
            .bind("name", name)
            .bind("role", role.label())
            .bind("operator", operator)
            .bind("hash", secretHash)
            .map(PostgresAccessStore::key)
            .one());
  }

  @Override
  public boolean revokeKey(ClientId client, int keyId) {
    return asking(handle ->
        handle
                .createUpdate(
                    "update api_key set revoked_at = clock_timestamp()"
                        + " where client_id = :client and id = :id and revoked_at is null"
                        + " and not personal")
                .bind("client", client.value())
                .bind("id", keyId)
                .execute()
            == 1);
  }

  @Override
  public List<KeyRow> keys(ClientId client) {
    return asking(handle ->
        handle
            .createQuery(
                "select "
                    + KEY_COLUMNS
                    + " from api_key where client_id = :client and not personal order by id")
            .bind("client", client.value())
            .map(PostgresAccessStore::key)
            .list());
  }

  @Override
  public String publish(ClientId client, PublishedKey offered, byte[] offeredHash) {
    return asking(handle -> {
      handle
          .createUpdate(
              "insert into api_key (client_id, name, role, secret_hash, published_secret)"
                  + " values (:client, :name, :role, :hash, :secret)"
                  + " on conflict (client_id)"
                  + " where published_secret is not null and revoked_at is null do nothing")
          .bind("client", client.value())
          .bind("name", offered.name())
          .bind("role", Role.SHOPPER.label())
          .bind("hash", offeredHash)
          .bind("secret", offered.secret())
          .execute();
      return handle
          .createQuery(
              "select published_secret from api_key where client_id = :client"
                  + " and published_secret is not null and revoked_at is null")
          .bind("client", client.value())
          .mapTo(String.class)
          .one();
    });
  }

  @Override
  public Optional<ClientRow> createClient(String code, String name) {
    return asking(handle ->
        handle
            .createQuery(
                "insert into client (code, name) values (:code, :name)"
                    + " on conflict (code) do nothing returning id, code, name")
            .bind("code", code)
            .bind("name", name)
            .map(PostgresAccessStore::readClient)
            .findOne());
  }

  @Override
  public Optional<ClientRow> client(String code) {
    return asking(handle ->
        handle
            .createQuery("select id, code, name from client where code = :code")
            .bind("code", code)
            .map(PostgresAccessStore::readClient)
            .findOne());
  }

  @Override
  public Optional<ClientRow> client(ClientId id) {
    return asking(handle ->
        handle
            .createQuery("select id, code, name from client where id = :id")
            .bind("id", id.value())
            .map(PostgresAccessStore::readClient)
            .findOne());
  }

  @Override
  public List<ClientRow> clients() {
    return asking(handle ->
        handle
            .createQuery("select id, code, name from client order by id")
            .map(PostgresAccessStore::readClient)
            .list());
  }

  private <T> T asking(HandleCallback<T, RuntimeException> work) {
    return StoreFailures.asking(() -> jdbi.inTransaction(work));
  }

  /**
   * Who holds a secret.
   *
   * @param unnoted whether it is a session whose use has not been noted for a while
   */
  private record Holder(Principal principal, boolean unnoted) {}

  private static Holder holder(ResultSet row, StatementContext context) throws SQLException {
    Principal principal =
        new Principal(
            row.getInt("id"),
            row.getString("name"),
            new ClientId(row.getInt("client_id")),
            Role.ofLabel(row.getString("role")).orElseThrow(),
            row.getBoolean("operator"));
    return new Holder(principal, row.getBoolean("unnoted"));
  }

  private static KeyRow key(ResultSet row, StatementContext context) throws SQLException {
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    Instant revokedAt = revoked == null ? null : revoked.toInstant();
    return new KeyRow(
        row.getInt("id"),
        row.getString("name"),
        Role.ofLabel(row.getString("role")).orElseThrow(),
        row.getBoolean("operator"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        revokedAt);
  }

  private static ClientRow readClient(ResultSet row, StatementContext context) throws SQLException {
    return new ClientRow(
        new ClientId(row.getInt("id")), row.getString("code"), row.getString("name"));
  }
}
