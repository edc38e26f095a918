package dev.holdfast.application.access;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that answers questions about keys only once it is let go. */
final class SlowAccessStore implements AccessStore {
  private final AccessStore store;
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger questions = new AtomicInteger();

  SlowAccessStore(AccessStore store) {
    this.store = store;
  }

  void letGo() {
    gate.countDown();
  }

  /** How many questions have come so far. */
  int questions() {
    return questions.get();
  }

  @Override
  public Optional<Principal> principal(byte[] secretHash) {
    Optional<Principal> answer = store.principal(secretHash);
    questions.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }

  @Override
  public KeyRow createKey(
      ClientId client, String name, Role role, boolean operator, byte[] secretHash) {
    return store.createKey(client, name, role, operator, secretHash);
  }

  @Override
  public boolean revokeKey(ClientId client, int keyId) {
    return store.revokeKey(client, keyId);
  }

  @Override
  public List<KeyRow> keys(ClientId client) {
    return store.keys(client);
  }

  @Override
  public String publish(ClientId client, PublishedKey offered, byte[] offeredHash) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ClientRow> createClient(String code, String name) {
    return store.createClient(code, name);
  }

  @Override
  public Optional<ClientRow> client(String code) {
    return store.client(code);
  }

  @Override
  public Optional<ClientRow> client(ClientId id) {
    return store.client(id);
  }

  @Override
  public List<ClientRow> clients() {
    return store.clients();
  }
}
