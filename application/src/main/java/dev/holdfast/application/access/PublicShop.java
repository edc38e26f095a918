package dev.holdfast.application.access;

import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import dev.holdfast.storage.api.AccessStore.PublishedKey;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shop of one client that is open to everybody: shoppers have no account, they use a key of
 * role shopper that is told to all. Who revokes that key closes the shop; it opens with a new key
 * at the next start. Safe for use by several threads.
 */
public final class PublicShop {
  private final AccessStore store;
  private final KeyRing ring;
  private volatile @Nullable Shop shop;

  public PublicShop(AccessStore store, KeyRing ring) {
    this.store = store;
    this.ring = ring;
  }

  /**
   * What a shopper needs to know.
   *
   * @param client its code
   * @param name the client's
   * @param key the published key
   */
  public record Shop(String client, String name, String key) {}

  /**
   * Opens the shop of a client. Every node that does so publishes the same key.
   *
   * @return false when there is no such client
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public boolean open(String clientCode) {
    Optional<ClientRow> client = store.client(clientCode);
    client.ifPresent(found -> {
      String made = Secrets.make();
      PublishedKey offered = new PublishedKey("public shop", made);
      String key = store.publish(found.id(), offered, Secrets.hash(made));
      shop = new Shop(found.code(), found.name(), key);
    });
    return client.isPresent();
  }

  /** The shop that is open now. May block. */
  public Optional<Shop> now() {
    Shop open = shop;
    if (open == null) {
      return Optional.empty();
    }
    try {
      return ring.recognise(open.key()).map(holder -> open);
    } catch (StoreUnavailableException away) {
      // Lookups go on without the store, and so does the shop window.
      return Optional.of(open);
    }
  }
}
