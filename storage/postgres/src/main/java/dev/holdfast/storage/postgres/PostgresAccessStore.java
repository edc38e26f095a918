package dev.holdfast.storage.postgres;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
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

  private final Jdbi jdbi;

  public PostgresAccessStore(Database database) {
    this.jdbi = Jdbi.create(database.access());
  }

  @Override
  public Optional<Principal> principal(byte[] secretHash) {
    return asking(handle ->
        handle
            .createQuery(
                "select id, name, client_id, role, operator from api_key"
                    + " where secret_hash = :hash and revoked_at is null")
            .bind("hash", secretHash)
            .map(PostgresAccessStore::principal)
            .findOne());
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
                        + " where client_id = :client and id = :id and revoked_at is null")
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
                "select " + KEY_COLUMNS + " from api_key where client_id = :client order by id")
            .bind("client", client.value())
            .map(PostgresAccessStore::key)
            .list());
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
            .map(PostgresAccessStore::client)
            .findOne());
  }

  @Override
  public Optional<ClientRow> client(String code) {
    return asking(handle ->
        handle
            .createQuery("select id, code, name from client where code = :code")
            .bind("code", code)
            .map(PostgresAccessStore::client)
            .findOne());
  }

  @Override
  public List<ClientRow> clients() {
    return asking(handle ->
        handle
            .createQuery("select id, code, name from client order by id")
            .map(PostgresAccessStore::client)
            .list());
  }

  private <T> T asking(HandleCallback<T, RuntimeException> work) {
    return StoreFailures.asking(() -> jdbi.inTransaction(work));
  }

  private static Principal principal(ResultSet row, StatementContext context) throws SQLException {
    return new Principal(
        row.getInt("id"),
        row.getString("name"),
        new ClientId(row.getInt("client_id")),
        Role.ofLabel(row.getString("role")).orElseThrow(),
        row.getBoolean("operator"));
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

  private static ClientRow client(ResultSet row, StatementContext context) throws SQLException {
    return new ClientRow(
        new ClientId(row.getInt("id")), row.getString("code"), row.getString("name"));
  }
}
