package dev.holdfast.application.access;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.api.AccountStore.AccountChange;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import dev.holdfast.storage.api.AccountStore.NewAccount;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes the accounts of people. Every method blocks, and throws {@link
 * StoreUnavailableException} when the store cannot be asked, and {@link TooBusyException} where a
 * password has to be hashed and too many others are.
 */
public final class Accounts {
  private final AccountStore store;
  private final KeyRing ring;
  private final PasswordHasher hasher;

  public Accounts(AccountStore store, KeyRing ring, PasswordHasher hasher) {
    this.store = store;
    this.ring = ring;
    this.hasher = hasher;
  }

  /**
   * Somebody who is to have an account.
   *
   * @param email canonical, as {@link AccessRules#checkEmail} accepts it
   * @param name as {@link AccessRules#checkName} accepts it
   * @param operator whether they may also make clients, and keys for any client
   */
  public record Person(ClientId client, String email, String name, Role role, boolean operator) {}

  /**
   * What is to change; null leaves a part as it is.
   *
   * @param password as {@link PasswordRules} accept it; a new one ends the account's sessions
   */
  public record Edit(
      @Nullable String name,
      @Nullable Role role,
      @Nullable Boolean disabled,
      @Nullable String password) {
    /** Without the password, which has no business in a log. */
    @Override
    public String toString() {
      return "Edit[name=" + name + ", role=" + role + ", disabled=" + disabled + "]";
    }
  }

  /**
   * Makes an account and the key that it owns, whose secret is thrown away.
   *
   * @param password as {@link PasswordRules} accept it; null: only the identity provider lets them
   *     in
   * @return empty when the e-mail address is taken
   */
  public Optional<AccountRow> create(Person person, @Nullable String password) {
    NewAccount account =
        new NewAccount(
            person.client(),
            person.email(),
            person.name(),
            person.role(),
            person.operator(),
            password == null ? null : hasher.hash(password));
    return store.create(account, Secrets.hash(Secrets.make()));
  }

  /** The client's accounts in order of creation, disabled ones included. */
  public Page<AccountRow> list(ClientId client, @Nullable String after, int limit) {
    return store.accounts(client, after, limit);
  }

  public Optional<AccountRow> find(ClientId client, int id) {
    return store.account(client, id);
  }

  /**
   * Changes an account: felt at once on this node, within {@link KeyRing#HOLD} on others.
   *
   * @return how it is then; empty when the client has no such account
   */
  public Optional<AccountRow> change(ClientId client, int id, Edit edit) {
    String hash = edit.password() == null ? null : hasher.hash(edit.password());
    AccountChange change = new AccountChange(edit.name(), edit.role(), edit.disabled(), hash);
    Optional<AccountRow> changed = store.change(client, id, change);
    changed.ifPresent(account -> ring.changed(account.keyId()));
    return changed;
  }
}
