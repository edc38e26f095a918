package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * The words that facts are told in: what their numbers are called, of every client. For reports and
 * analysts' files, which read without being anybody's session. Each method is one read and throws
 * {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface FactCatalogue {
  /** The most SKUs that are asked for at once. */
  int MAX_SKUS = 500;

  /** Every client, in order of creation. */
  List<ClientName> clients();

  /** Those of the numbers that exist, in no order. At most {@link #MAX_SKUS}. */
  List<SkuName> skus(ClientId client, Collection<Long> ids);

  /** Every location of the client, in no order. */
  List<PlaceName> places(ClientId client);

  record ClientName(ClientId id, String code, Instant createdAt) {}

  /** What a SKU is called and counted in; its category may change, the rest never does. */
  record SkuName(long id, String code, String category, Scale scale) {}

  /** What a location is called, and its clock. */
  record PlaceName(int id, String code, ZoneId zone) {}
}
