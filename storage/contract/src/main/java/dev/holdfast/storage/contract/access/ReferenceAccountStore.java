package dev.holdfast.storage.contract.access;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.access.SessionTerms;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The reference model of accounts and sessions: in memory, one caller at a time, with keys in a
 * {@link ReferenceAccessStore}.
 */
public final class ReferenceAccountStore implements AccountStore {
  private final ReferenceAccessStore access;
  private final InstantSource clock;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  /** Accounts whose keys are in a store. */
  public ReferenceAccountStore(ReferenceAccessStore access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
    access.sessions(this::keyOfSession);
  }

  private record Account(
      AccountRow row, @Nullable String passwordHash, @Nullable Subject subject) {}

  private record Session(ByteBuffer hash, int accountId, Instant createdAt, Instant seenAt) {
    boolean isLive(Instant now) {
      return now.isBefore(seenAt.plus(SessionTerms.IDLE))
          && now.isBefore(createdAt.plus(SessionTerms.AGE));
    }
  }

  private synchronized Optional<Integer> keyOfSession(byte[] hash) {
    Optional<AccountRow> account = session(hash);
    account.ifPresent(live ->
        sessions.replaceAll(session ->
            session.hash().equals(ByteBuffer.wrap(hash))
                ? new Session(
                    session.hash(), session.accountId(), session.createdAt(), clock.instant())
                : session));
    return account.map(AccountRow::keyId);
  }

  @Override
  public synchronized Optional<AccountRow> create(NewAccount account, byte[] keyHash) {
    access.ask();
    if (byEmail(account.email()).isPresent()) {
      return Optional.empty();
    }
    AccountRow row =
        new AccountRow(
            accounts.size() + 1,
            access.createPersonalKey(account, keyHash),
            account.client(),
            account.email(),
            account.name(),
            account.role(),
            account.operator(),
            account.passwordHash() != null,
            clock.instant(),
            null,
            null);
    accounts.add(new Account(row, account.passwordHash(), null));
    return Optional.of(row);
  }

  @Override
  public synchronized Page<AccountRow> accounts(
      ClientId client, @Nullable String after, int limit) {
    if (limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + Page.MAX_LIMIT + " rows");
    }
    access.ask();
    int last = after == null ? 0 : number(after);
    List<AccountRow> rest =
        rows(account -> account.row().client().equals(client) && account.row().id() > last);
    if (rest.size() <= limit) {
      return new Page<>(rest, null);
    }
    return new Page<>(rest.subList(0, limit), Integer.toString(rest.get(limit - 1).id()));
  }

  private static int number(String cursor) {
    try {
      return Integer.parseInt(cursor);
    } catch (NumberFormatException broken) {
      throw new BadCursorException();
    }
  }

  @Override
  public synchronized Optional<AccountRow> account(ClientId client, int id) {
    access.ask();
    return rows(account -> account.row().client().equals(client) && account.row().id() == id)
        .stream()
        .findFirst();
  }

  @Override
  public synchronized Optional<Credentials> byEmail(String email) {
    access.ask();
    return accounts.stream()
        .filter(account -> account.row().email().equals(email))
        .map(account -> new Credentials(account.row(), account.passwordHash()))
        .findFirst();
  }

  @Override
  public synchronized Optional<AccountRow> bySubject(Subject subject) {
    access.ask();
    return rows(account -> subject.equals(account.subject())).stream().findFirst();
  }

  private List<AccountRow> rows(Predicate<Account> which) {
    return accounts.stream().filter(which).map(Account::row).toList();
  }

  @Override
  public synchronized boolean link(int accountId, Subject subject) {
    access.ask();
    Account before = accounts.get(accountId - 1);
    if (before.subject() != null) {
      return false;
    }
    accounts.set(accountId - 1, new Account(before.row(), before.passwordHash(), subject));
    return true;
  }

  @Override
  public synchronized Optional<AccountRow> change(ClientId client, int id, AccountChange change) {
    Optional<AccountRow> found = account(client, id);
    found.ifPresent(before -> {
      String hash = change.passwordHash();
      Account now = accounts.get(id - 1);
      String name = change.name() == null ? before.name() : change.name();
      Role role = change.role() == null ? before.role() : change.role();
      Instant disabledAt = disabledAt(before, change.disabled());
      accounts.set(
          id - 1,
          new Account(
              with(before, name, role, hash != null || before.hasPassword(), disabledAt),
              hash == null ? now.passwordHash() : hash,
              now.subject()));
      access.changeKey(before.keyId(), name, role);
      if (hash != null || disabledAt != null) {
        sessions.removeIf(session -> session.accountId() == id);
      }
    });
    return found.flatMap(before -> account(client, id));
  }

  private @Nullable Instant disabledAt(AccountRow before, @Nullable Boolean disabled) {
    if (disabled == null) {
      return before.disabledAt();
    }
    if (!disabled) {
      return null;
    }
    return before.disabledAt() == null ? clock.instant() : before.disabledAt();
  }

  private static AccountRow with(
      AccountRow row, String name, Role role, boolean hasPassword, @Nullable Instant disabledAt) {
    return new AccountRow(
        row.id(),
        row.keyId(),
        row.client(),
        row.email(),
        name,
        role,
        row.operator(),
        hasPassword,
        row.createdAt(),
        disabledAt,
        row.lastSignInAt());
  }

  @Override
  public synchronized boolean startSession(int accountId, byte[] secretHash) {
    access.ask();
    Account account = accounts.get(accountId - 1);
    AccountRow row = account.row();
    if (row.disabledAt() != null) {
      return false;
    }
    Instant now = clock.instant();
    AccountRow signedIn =
        new AccountRow(
            row.id(),
            row.keyId(),
            row.client(),
            row.email(),
            row.name(),
            row.role(),
            row.operator(),
            row.hasPassword(),
            row.createdAt(),
            null,
            now);
    accounts.set(accountId - 1, new Account(signedIn, account.passwordHash(), account.subject()));
    sessions.removeIf(session -> session.accountId() == accountId && !session.isLive(now));
    sessions.add(new Session(ByteBuffer.wrap(secretHash.clone()), accountId, now, now));
    sessions.stream()
        .filter(session -> session.accountId() == accountId)
        .sorted(Comparator.comparing(Session::createdAt).reversed())
        .skip(SessionTerms.MAX_PER_ACCOUNT)
        .toList()
        .forEach(sessions::remove);
    return true;
  }

  @Override
  public synchronized Optional<AccountRow> session(byte[] secretHash) {
    access.ask();
    return sessions.stream()
        .filter(session -> session.hash().equals(ByteBuffer.wrap(secretHash)))
        .filter(session -> session.isLive(clock.instant()))
        .map(session -> accounts.get(session.accountId() - 1).row())
        .filter(account -> account.disabledAt() == null)
        .findFirst();
  }

  @Override
  public synchronized boolean endSession(byte[] secretHash) {
    access.ask();
    return sessions.removeIf(session -> session.hash().equals(ByteBuffer.wrap(secretHash)));
  }
}
