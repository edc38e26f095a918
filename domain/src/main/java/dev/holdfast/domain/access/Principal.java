package dev.holdfast.domain.access;

import dev.holdfast.domain.catalogue.ClientId;

/**
 * Who asks: a key that has been recognised.
 *
 * @param keyId the key's number, kept in ledger entries as the one who did it
 * @param keyName what its owner called it, shown in histories
 * @param operator whether it may also make clients, and keys for any client
 */
public record Principal(int keyId, String keyName, ClientId client, Role role, boolean operator) {}
