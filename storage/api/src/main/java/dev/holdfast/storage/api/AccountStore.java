package dev.holdfast.storage.api;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.access.SessionTerms;
import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of people and their sessions. An account owns one key of its client, which has no secret
 * that anybody knows; a session is found by {@link AccessStore#principal} as that key, until it is
 * ended, idle for {@link SessionTerms#IDLE}, or {@link SessionTerms#AGE} old. Only hashes of
 * sessions and passwords are kept. Each method is one transaction and throws {@link
 * StoreUnavailableException} when the store cannot be asked.
 */
public interface AccountStore {
  /**
   * Adds an account and its key; empty when the e-mail address is taken by any client's.
   *
   * @param keyHash of a secret that is thrown away
   */
  Optional<AccountRow> create(NewAccount account, byte[] keyHash);

  /**
   * The client's accounts in order of creation, disabled ones included.
   *
   * @param limit 1 to {@link Page#MAX_LIMIT}
   */
  Page<AccountRow> accounts(ClientId client, @Nullable String after, int limit);

  /** The client's account of this number. */
  Optional<AccountRow> account(ClientId client, int id);

  /** Whose e-mail address this is, in small letters; of any client, disabled ones included. */
  Optional<Credentials> byEmail(String email);

  /** Whom an identity provider means; of any client, disabled ones included. */
  Optional<AccountRow> bySubject(Subject subject);

  /**
   * Remembers whom an identity provider means by a subject, for good: an e-mail address that is
   * given to another person there must not bring the account along.
   *
   * @return false when the account has a subject already
   */
  boolean link(int accountId, Subject subject);

  /**
   * Changes an account, and its key. Ends its sessions when it is disabled or gets a password.
   *
   * @return how it is then; empty when the client has no such account
   */
  Optional<AccountRow> change(ClientId client, int id, AccountChange change);

  /**
   * Starts a session of an account, and ends those beyond {@link SessionTerms#MAX_PER_ACCOUNT} or
   * their time.
   *
   * @return false when the account is disabled
   */
  boolean startSession(int accountId, byte[] secretHash);

  /** Whose live session it is; empty when it is over, or the account disabled. */
  Optional<AccountRow> session(byte[] secretHash);

  /** Ends a session; false when there is none. */
  boolean endSession(byte[] secretHash);

  /**
   * An account that is to be.
   *
   * @param email in small letters
   * @param operator whether it may also make clients, and keys for any client
   * @param passwordHash null: it signs in by the identity provider only
   */
  record NewAccount(
      ClientId client,
      String email,
      String name,
      Role role,
      boolean operator,
      @Nullable String passwordHash) {}

  /** What changes; null leaves a part as it is. */
  record AccountChange(
      @Nullable String name,
      @Nullable Role role,
      @Nullable Boolean disabled,
      @Nullable String passwordHash) {}

  /** An account without its password. */
  record AccountRow(
      int id,
      int keyId,
      ClientId client,
      String email,
      String name,
      Role role,
      boolean operator,
      boolean hasPassword,
      Instant createdAt,
      @Nullable Instant disabledAt,
      @Nullable Instant lastSignInAt) {}

  /** What a password is compared with. */
  record Credentials(AccountRow account, @Nullable String passwordHash) {
    /** Without the hash, which has no business in a log. */
    @Override
    public String toString() {
      return "Credentials[account=" + account.id() + "]";
    }
  }

  /** Somebody as an identity provider names them. */
  record Subject(String issuer, String subject) {}
}
