package dev.holdfast.domain.fulfilment.pick;

import org.jspecify.annotations.Nullable;

/**
 * What is picked: a client's SKU, of one lot if the SKU has lots.
 *
 * @param client whose it is
 * @param lot the label of the lot to take, null if any will do
 */
public record PickItem(String client, String sku, @Nullable String lot) {}
