package dev.holdfast.domain.stock;

import dev.holdfast.domain.catalogue.ClientId;
import java.util.UUID;

/**
 * What stock has to know of an order: that it exists, what it is called, and how often it changed.
 *
 * @param version the number of changes so far; dense, from 1
 */
public record StoredOrder(ClientId client, UUID id, String number, long version) {}
