package dev.holdfast.storage.contract.access;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reference model of clients and keys: in memory, one caller at a time. */
public final class ReferenceAccessStore implements AccessStore {
  private final InstantSource clock;
  private final List<ClientRow> clients = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private boolean cutOff;

  /** A store without clients. */
  public ReferenceAccessStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Key(ClientId client, KeyRow row, ByteBuffer hash) {
    boolean isLive() {
      return row.revokedAt() == null;
    }

    Principal principal() {
      return new Principal(row.id(), row.name(), client, row.role(), row.operator());
    }

    Key revoked(Instant at) {
      KeyRow ended =
          new KeyRow(row.id(), row.name(), row.role(), row.operator(), row.createdAt(), at);
      return new Key(client, ended, hash);
    }
  }

  /** From now on nobody can reach the store, or everybody can again. */
  public synchronized void cutOff(boolean unreachable) {
    cutOff = unreachable;
  }

  private void ask() {
    if (cutOff) {
      throw new StoreUnavailableException("cut off", new IllegalStateException());
    }
  }

  @Override
  public synchronized Optional<Principal> principal(byte[] secretHash) {
    ask();
    return keys.stream()
        .filter(key -> key.isLive() && key.hash().equals(ByteBuffer.wrap(secretHash)))
        .map(Key::principal)
        .findFirst();
  }

  @Override
  public synchronized KeyRow createKey(
      ClientId client, String name, Role role, boolean operator, byte[] secretHash) {
    ask();
    KeyRow row = new KeyRow(keys.size() + 1, name, role, operator, clock.instant(), null);
    keys.add(new Key(client, row, ByteBuffer.wrap(secretHash.clone())));
    return row;
  }

  @Override
  public synchronized boolean revokeKey(ClientId client, int keyId) {
    ask();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      if (key.row().id() == keyId && key.client().equals(client) && key.isLive()) {
        keys.set(i, key.revoked(clock.instant()));
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized List<KeyRow> keys(ClientId client) {
    ask();
    return keys.stream().filter(key -> key.client().equals(client)).map(Key::row).toList();
  }

  @Override
  public synchronized Optional<ClientRow> createClient(String code, String name) {
    ask();
    if (client(code).isPresent()) {
      return Optional.empty();
    }
    ClientRow row = new ClientRow(new ClientId(clients.size() + 1), code, name);
    clients.add(row);
    return Optional.of(row);
  }

  @Override
  public synchronized Optional<ClientRow> client(String code) {
    ask();
    return clients.stream().filter(client -> client.code().equals(code)).findFirst();
  }

  @Override
  public synchronized List<ClientRow> clients() {
    ask();
    return List.copyOf(clients);
  }
}
