package dev.holdfast.storage.contract.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import dev.holdfast.storage.api.AccessStore.KeyRow;
import dev.holdfast.storage.api.AccessStore.PublishedKey;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Clients and keys as every engine must keep them. The store may hold others already. */
public abstract class AccessContract {
  private static final AtomicLong HASHES = new AtomicLong();

  /** The store under test. The same one at every call. */
  protected abstract AccessStore store();

  private ClientId newClient() {
    return store().createClient(newCode(), "A company").orElseThrow().id();
  }

  private static String newCode() {
    return "c-" + UUID.randomUUID().toString().substring(0, 18);
  }

  private static byte[] newHash() {
    return ByteBuffer.allocate(32).putLong(24, HASHES.incrementAndGet()).array();
  }

  @Test
  void aClientIsFoundByItsCodeAndInTheList() {
    String code = newCode();

    ClientRow made = store().createClient(code, "Harbor “Wholesale” Ltd").orElseThrow();

    assertThat(made.code()).isEqualTo(code);
    assertThat(made.name()).isEqualTo("Harbor “Wholesale” Ltd");
    assertThat(store().client(code)).contains(made);
    assertThat(store().client(made.id())).contains(made);
    assertThat(store().clients()).contains(made);
  }

  @Test
  void clientsAreListedInOrderOfCreation() {
    ClientId first = newClient();
    ClientId second = newClient();

    assertThat(store().clients()).extracting(ClientRow::id).containsSubsequence(first, second);
  }

  @Test
  void aTakenClientCodeMakesNothing() {
    String code = newCode();
    ClientRow made = store().createClient(code, "First").orElseThrow();

    assertThat(store().createClient(code, "Second")).isEmpty();

    assertThat(store().client(code)).contains(made);
  }

  @Test
  void anUnknownClientIsNotFound() {
    assertThat(store().client(newCode())).isEmpty();
  }

  @Test
  void aKeyIsRecognisedByItsHashOnly() {
    ClientId client = newClient();
    byte[] hash = newHash();

    KeyRow key = store().createKey(client, "Till 1", Role.CASHIER, false, hash);

    Principal holder = new Principal(key.id(), "Till 1", client, Role.CASHIER, false);
    assertThat(store().principal(hash)).contains(holder);
    assertThat(store().principal(newHash())).isEmpty();
  }

  @Test
  void everyRoleIsKept() {
    ClientId client = newClient();
    for (Role role : Role.values()) {
      byte[] hash = newHash();
      store().createKey(client, role.label(), role, role == Role.ADMIN, hash);

      Principal holder = store().principal(hash).orElseThrow();

      assertThat(holder.role()).isEqualTo(role);
      assertThat(holder.operator()).isEqualTo(role == Role.ADMIN);
    }
  }

  @Test
  void aRevokedKeyIsNotRecognisedButStillListed() {
    ClientId client = newClient();
    byte[] hash = newHash();
    KeyRow key = store().createKey(client, "Till 1", Role.CASHIER, false, hash);

    assertThat(store().revokeKey(client, key.id())).isTrue();

    assertThat(store().principal(hash)).isEmpty();
    KeyRow listed = store().keys(client).getFirst();
    assertThat(listed.id()).isEqualTo(key.id());
    assertThat(listed.revokedAt()).isAfterOrEqualTo(listed.createdAt());
  }

  @Test
  void aKeyIsRevokedOnce() {
    ClientId client = newClient();
    KeyRow key = store().createKey(client, "Till 1", Role.CASHIER, false, newHash());
    store().revokeKey(client, key.id());
    KeyRow revoked = store().keys(client).getFirst();

    assertThat(store().revokeKey(client, key.id())).isFalse();

    assertThat(store().keys(client)).containsExactly(revoked);
  }

  @Test
  void anotherClientsKeyCannotBeRevokedOrSeen() {
    ClientId owner = newClient();
    ClientId other = newClient();
    byte[] hash = newHash();
    KeyRow key = store().createKey(owner, "Till 1", Role.CASHIER, false, hash);

    assertThat(store().revokeKey(other, key.id())).isFalse();

    assertThat(store().principal(hash)).isPresent();
    assertThat(store().keys(other)).isEmpty();
  }

  @Test
  void keysAreListedInOrderOfCreation() {
    ClientId client = newClient();
    KeyRow first = store().createKey(client, "b", Role.READER, false, newHash());
    KeyRow second = store().createKey(client, "a", Role.ADMIN, true, newHash());

    assertThat(store().keys(client)).containsExactly(first, second);
  }

  private static PublishedKey offer(String secret) {
    return new PublishedKey("shop", secret);
  }

  @Test
  void aClientPublishesOneShoppersKey() {
    ClientId client = newClient();
    byte[] hash = newHash();

    assertThat(store().publish(client, offer("hf_first"), hash)).isEqualTo("hf_first");
    assertThat(store().publish(client, offer("hf_second"), newHash())).isEqualTo("hf_first");

    Principal shopper = store().principal(hash).orElseThrow();
    assertThat(shopper.role()).isEqualTo(Role.SHOPPER);
    assertThat(shopper.client()).isEqualTo(client);
    assertThat(store().keys(client)).extracting(KeyRow::name).containsExactly("shop");
    assertThat(store().publish(newClient(), offer("hf_other"), newHash())).isEqualTo("hf_other");
  }

  @Test
  void aRevokedPublishedKeyIsReplaced() {
    ClientId client = newClient();
    store().publish(client, offer("hf_old"), newHash());
    store().revokeKey(client, store().keys(client).getFirst().id());

    assertThat(store().publish(client, offer("hf_new"), newHash())).isEqualTo("hf_new");
  }
}
