package dev.holdfast.storage.contract.access;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore.NewAccount;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reference model of clients and keys: in memory, one caller at a time. */
public final class ReferenceAccessStore implements AccessStore {
  private final InstantSource clock;
  private final List<ClientRow> clients = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();
  private final Map<ClientId, Published> published = new HashMap<>();
  private Function<byte[], Optional<Integer>> sessions = hash -> Optional.empty();
  private boolean cutOff;

  /** A store without clients. */
  public ReferenceAccessStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Published(int keyId, String secret) {}

  private record Key(ClientId client, KeyRow row, ByteBuffer hash, boolean personal) {
    boolean isLive() {
      return row.revokedAt() == null;
    }

    Principal principal() {
      return new Principal(row.id(), row.name(), client, row.role(), row.operator());
    }

    Key revoked(Instant at) {
      KeyRow ended =
          new KeyRow(row.id(), row.name(), row.role(), row.operator(), row.createdAt(), at);
      return new Key(client, ended, hash, personal);
    }

    Key changed(String name, Role role) {
      KeyRow after =
          new KeyRow(row.id(), name, role, row.operator(), row.createdAt(), row.revokedAt());
      return new Key(client, after, hash, personal);
    }
  }

  /** From now on nobody can reach the store, or everybody can again. */
  public synchronized void cutOff(boolean unreachable) {
    cutOff = unreachable;
  }

  void ask() {
    if (cutOff) {
      throw new StoreUnavailableException("cut off", new IllegalStateException());
    }
  }

  @Override
  public synchronized Optional<Principal> principal(byte[] secretHash) {
    ask();
    return keys.stream()
        .filter(key -> key.isLive() && key.hash().equals(ByteBuffer.wrap(secretHash)))
        .findFirst()
        .or(() -> sessions.apply(secretHash).map(keyId -> keys.get(keyId - 1)))
        .map(Key::principal);
  }

  /** Whose key a live session stands for, from now on. */
  synchronized void sessions(Function<byte[], Optional<Integer>> keyOfSession) {
    sessions = keyOfSession;
  }

  /** Adds the key of an account, and gives its number. */
  synchronized int createPersonalKey(NewAccount of, byte[] hash) {
    ask();
    KeyRow row =
        new KeyRow(keys.size() + 1, of.name(), of.role(), of.operator(), clock.instant(), null);
    keys.add(new Key(of.client(), row, ByteBuffer.wrap(hash.clone()), true));
    return row.id();
  }

  synchronized void changeKey(int keyId, String name, Role role) {
    keys.set(keyId - 1, keys.get(keyId - 1).changed(name, role));
  }

  @Override
  public synchronized KeyRow createKey(
      ClientId client, String name, Role role, boolean operator, byte[] secretHash) {
    ask();
    KeyRow row = new KeyRow(keys.size() + 1, name, role, operator, clock.instant(), null);
    keys.add(new Key(client, row, ByteBuffer.wrap(secretHash.clone()), false));
    return row;
  }

  @Override
  public synchronized boolean revokeKey(ClientId client, int keyId) {
    ask();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      boolean own = key.client().equals(client) && !key.personal();
      if (key.row().id() == keyId && own && key.isLive()) {
        keys.set(i, key.revoked(clock.instant()));
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized List<KeyRow> keys(ClientId client) {
    ask();
    return keys.stream()
        .filter(key -> key.client().equals(client) && !key.personal())
        .map(Key::row)
        .toList();
  }

  @Override
  public synchronized String publish(ClientId client, PublishedKey offered, byte[] offeredHash) {
    ask();
    Published now = published.get(client);
    if (now == null || !keys.get(now.keyId() - 1).isLive()) {
      KeyRow row = createKey(client, offered.name(), Role.SHOPPER, false, offeredHash);
      now = new Published(row.id(), offered.secret());
      published.put(client, now);
    }
    return now.secret();
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
  public synchronized Optional<ClientRow> client(ClientId id) {
    ask();
    return clients.stream().filter(client -> client.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<ClientRow> clients() {
    ask();
    return List.copyOf(clients);
  }
}
