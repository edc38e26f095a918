package dev.holdfast.application.access;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.KeyRow;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.List;

/**
 * Makes and revokes keys. Only their hashes are kept: a secret is shown once, to whoever had it
 * made, and can be found nowhere afterwards.
 */
public final class Keys {
  private final AccessStore store;
  private final KeyRing ring;

  public Keys(AccessStore store, KeyRing ring) {
    this.store = store;
    this.ring = ring;
  }

  /**
   * Makes a key.
   *
   * @param name what its owner calls it, as {@link AccessRules#checkName} accepts it
   * @param operator whether it may also make clients, and keys for any client
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public Issued issue(ClientId client, String name, Role role, boolean operator) {
    String secret = Secrets.make();
    KeyRow key = store.createKey(client, name, role, operator, Secrets.hash(secret));
    return new Issued(key, secret);
  }

  /**
   * Revokes a key for good: at once on this node, within {@link KeyRing#HOLD} on others.
   *
   * @return false when the client has no such key, or it is revoked already
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public boolean revoke(ClientId client, int keyId) {
    boolean revoked = store.revokeKey(client, keyId);
    if (revoked) {
      ring.changed(keyId);
    }
    return revoked;
  }

  /**
   * The client's keys in order of creation, revoked ones included.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public List<KeyRow> list(ClientId client) {
    return store.keys(client);
  }

  /** A new key and, this once, its secret. */
  public record Issued(KeyRow key, String secret) {
    /** Without the secret, which has no business in a log. */
    @Override
    public String toString() {
      return "Issued[key=" + key + "]";
    }
  }
}
