package dev.holdfast.storage.postgres;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.access.SessionTerms;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.api.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Accounts and sessions in PostgreSQL, as the access role. Safe for use by several threads. */
public final class PostgresAccountStore implements AccountStore {
  /**
   * Whether a session {@code s} of an account {@code a} with a key {@code k} is live, by the
   * parameters {@code idle} and {@code age} in seconds.
   */
  static final String LIVE =
      "s.last_seen_at > clock_timestamp() - make_interval(secs => :idle)"
          + " and s.created_at > clock_timestamp() - make_interval(secs => :age)"
          + " and a.disabled_at is null and k.revoked_at is null";

  private static final String ACCOUNTS =
      "select a.id, a.key_id, a.client_id, a.email, a.password_hash, a.created_at, a.disabled_at,"
          + " a.last_sign_in_at, k.name, k.role, k.operator"
          + " from account a join api_key k on k.id = a.key_id";

  private final Jdbi jdbi;

  public PostgresAccountStore(Database database) {
    this.jdbi = Jdbi.create(database.access());
  }

  /** Undoes the key of an account that could not be made. */
  private static final class EmailTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmailTakenException() {
      super("the e-mail address is taken", null, false, false);
    }
  }

  @Override
  public Optional<AccountRow> create(NewAccount account, byte[] keyHash) {
    try {
      return asking(handle -> Optional.of(insert(handle, account, keyHash)));
    } catch (EmailTakenException taken) {
      return Optional.empty();
    }
  }

  private static AccountRow insert(Handle handle, NewAccount account, byte[] keyHash) {
    int key =
        handle
            .createQuery(
                "insert into api_key (client_id, name, role, operator, secret_hash, personal)"
                    + " values (:client, :name, :role, :operator, :hash, true) returning id")
            .bind("client", account.client().value())
            .bind("name", account.name())
            .bind("role", account.role().label())
            .bind("operator", account.operator())
            .bind("hash", keyHash)
            .mapTo(Integer.class)
            .one();
    int id =
        handle
            .createQuery(
                "insert into account (client_id, key_id, email, password_hash)"
                    + " values (:client, :key, :email, :password)"
                    + " on conflict (email) do nothing returning id")
            .bind("client", account.client().value())
            .bind("key", key)
            .bind("email", account.email())
            .bind("password", account.passwordHash())
            .mapTo(Integer.class)
            .findOne()
            .orElseThrow(EmailTakenException::new);
    return find(handle, account.client(), id).orElseThrow();
  }

  @Override
  public Page<AccountRow> accounts(ClientId client, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    long afterId = after == null ? 0 : Cursors.number(after);
    List<AccountRow> found =
        asking(handle ->
            handle
                .createQuery(
                    ACCOUNTS
                        + " where a.client_id = :client and a.id > :after"
                        + " order by a.id limit :rows")
                .bind("client", client.value())
                .bind("after", afterId)
                .bind("rows", rows)
                .map(PostgresAccountStore::read)
                .list());
    return Cursors.page(found, limit, AccountRow::id);
  }

  @Override
  public Optional<AccountRow> account(ClientId client, int id) {
    return asking(handle -> find(handle, client, id));
  }

  private static Optional<AccountRow> find(Handle handle, ClientId client, int id) {
    return handle
        .createQuery(ACCOUNTS + " where a.client_id = :client and a.id = :id")
        .bind("client", client.value())
        .bind("id", id)
        .map(PostgresAccountStore::read)
        .findOne();
  }

  @Override
  public Optional<Credentials> byEmail(String email) {
    return asking(handle ->
        handle
            .createQuery(ACCOUNTS + " where a.email = :email")
            .bind("email", email)
            .map((row, context) ->
                new Credentials(read(row, context), row.getString("password_hash")))
            .findOne());
  }

  @Override
  public Optional<AccountRow> bySubject(Subject subject) {
    return asking(handle ->
        handle
            .createQuery(ACCOUNTS + " where a.issuer = :issuer and a.subject = :subject")
            .bind("issuer", subject.issuer())
            .bind("subject", subject.subject())
            .map(PostgresAccountStore::read)
            .findOne());
  }

  @Override
  public boolean link(int accountId, Subject subject) {
    return asking(handle ->
        handle
                .createUpdate(
                    "update account set issuer = :issuer, subject = :subject"
                        + " where id = :id and subject is null")
                .bind("issuer", subject.issuer())
                .bind("subject", subject.subject())
                .bind("id", accountId)
                .execute()
            == 1);
  }

  @Override
  public Optional<AccountRow> change(ClientId client, int id, AccountChange change) {
    return asking(handle -> {
      // First, because its lock makes whoever starts a session wait, or be found below.
      Optional<Integer> key = changeAccount(handle, client, id, change);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      handle
          .createUpdate(
              "update api_key set name = coalesce(:name, name), role = coalesce(:role, role)"
                  + " where id = :key")
          .bind("name", change.name())
          .bind("role", change.role() == null ? null : change.role().label())
          .bind("key", key.get())
          .execute();
      if (change.passwordHash() != null || Boolean.TRUE.equals(change.disabled())) {
        handle.createUpdate("delete from session where account_id = :id").bind("id", id).execute();
      }
      return find(handle, client, id);
    });
  }

  private static Optional<Integer> changeAccount(
      Handle handle, ClientId client, int id, AccountChange change) {
    return handle
        .createQuery(
            "update account set password_hash = coalesce(:password, password_hash),"
                + " disabled_at = case cast(:disabled as boolean) when true"
                + " then coalesce(disabled_at, clock_timestamp()) when false then null"
                + " else disabled_at end"
                + " where client_id = :client and id = :id returning key_id")
        .bind("password", change.passwordHash())
        .bind("disabled", change.disabled())
        .bind("client", client.value())
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne();
  }

  @Override
  public boolean startSession(int accountId, byte[] secretHash) {
    return asking(handle -> {
      Optional<Integer> client =
          handle
              .createQuery(
                  "update account set last_sign_in_at = clock_timestamp()"
                      + " where id = :id and disabled_at is null returning client_id")
              .bind("id", accountId)
              .mapTo(Integer.class)
              .findOne();
      if (client.isEmpty()) {
        return false;
      }
      // One more is inserted below. The row of the account is locked, so nobody else counts here.
      handle
          .createUpdate(
              "delete from session where account_id = :id and (last_seen_at <= clock_timestamp()"
                  + " - make_interval(secs => :idle) or created_at <= clock_timestamp()"
                  + " - make_interval(secs => :age) or secret_hash in (select secret_hash"
                  + " from session where account_id = :id order by created_at desc offset :kept))")
          .bind("id", accountId)
          .bind("idle", SessionTerms.IDLE.toSeconds())
          .bind("age", SessionTerms.AGE.toSeconds())
          .bind("kept", SessionTerms.MAX_PER_ACCOUNT - 1)
          .execute();
      handle
          .createUpdate(
              "insert into session (secret_hash, account_id, client_id)"
                  + " values (:hash, :id, :client)")
          .bind("hash", secretHash)
          .bind("id", accountId)
          .bind("client", client.get())
          .execute();
      return true;
    });
  }

  @Override
  public Optional<AccountRow> session(byte[] secretHash) {
    return asking(handle ->
        handle
            .createQuery(
                ACCOUNTS
                    + " join session s on s.account_id = a.id where s.secret_hash = :hash and "
                    + LIVE)
            .bind("hash", secretHash)
            .bind("idle", SessionTerms.IDLE.toSeconds())
            .bind("age", SessionTerms.AGE.toSeconds())
            .map(PostgresAccountStore::read)
            .findOne());
  }

  @Override
  public boolean endSession(byte[] secretHash) {
    return asking(handle ->
        handle
                .createUpdate("delete from session where secret_hash = :hash")
                .bind("hash", secretHash)
                .execute()
            == 1);
  }

  private <T> T asking(HandleCallback<T, RuntimeException> work) {
    return StoreFailures.asking(() -> jdbi.inTransaction(work));
  }

  private static AccountRow read(ResultSet row, StatementContext context) throws SQLException {
    return new AccountRow(
        row.getInt("id"),
        row.getInt("key_id"),
        new ClientId(row.getInt("client_id")),
        row.getString("email"),
        row.getString("name"),
        Role.ofLabel(row.getString("role")).orElseThrow(),
        row.getBoolean("operator"),
        row.getString("password_hash") != null,
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "disabled_at"),
        instant(row, "last_sign_in_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
