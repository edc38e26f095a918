package dev.holdfast.storage.api;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Clients and API keys. Only hashes of keys are kept. Each method is one transaction and throws
 * {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface AccessStore {
  /**
   * Who holds the key with this hash, unless it is revoked; or whose live session of {@link
   * AccountStore} has it, which then counts as used now (give or take a minute).
   */
  Optional<Principal> principal(byte[] secretHash);

  /** Adds a key. */
  KeyRow createKey(ClientId client, String name, Role role, boolean operator, byte[] secretHash);

  /**
   * Revokes a key of the client; false when it has none with this number, it is revoked, or an
   * account's.
   */
  boolean revokeKey(ClientId client, int keyId);

  /** The client's keys in order of creation, revoked ones included; those of accounts are not. */
  List<KeyRow> keys(ClientId client);

  /**
   * The secret of the client's published key of role shopper, which everybody may know.
   *
   * @param offered what is published where nothing is, or the last one was revoked
   */
  String publish(ClientId client, PublishedKey offered, byte[] offeredHash);

  /** Adds a client; empty when the code is taken. */
  Optional<ClientRow> createClient(String code, String name);

  Optional<ClientRow> client(String code);

  Optional<ClientRow> client(ClientId id);

  /** All clients in order of creation. */
  List<ClientRow> clients();

  /** A key without its secret. */
  record KeyRow(
      int id,
      String name,
      Role role,
      boolean operator,
      Instant createdAt,
      @Nullable Instant revokedAt) {}

  /** A key that is no secret. */
  record PublishedKey(String name, String secret) {}

  /** A client. */
  record ClientRow(ClientId id, String code, String name) {}
}
