package dev.holdfast.server.runtime;

import dev.holdfast.application.reporting.fold.FoldFacts;
import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoCompany;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.FactCatalogue;
import dev.holdfast.storage.api.FactCatalogue.ClientName;
import dev.holdfast.storage.api.FactCatalogue.PlaceName;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresFactCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What reports count before the first fact: the past of the demo company, which exists in reports
 * only. It ends when the demo was loaded, so that it is the same whenever it is asked for. Throws
 * {@link dev.holdfast.storage.api.StoreUnavailableException} when the store cannot be asked. For
 * one thread.
 */
final class DemoHistory implements Supplier<@Nullable FactBatch> {
  private static final long START = 0;
  private static final long AFTER = 1;

  private final FactCatalogue catalogue;

  /** Made once: it is asked for every second while the demo is loaded. */
  private @Nullable List<DemoClient> company;

  DemoHistory(FactCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What is counted before the first fact: nothing, where there is no demo. */
  static Supplier<@Nullable FactBatch> before(Settings settings, Database database) {
    return settings.demo()
        ? new DemoHistory(new PostgresFactCatalogue(database.jobs()))
        : FoldFacts::noPast;
  }

  /**
   * The past of every client of the demo company; nothing where the database is somebody else's.
   *
   * @return null while the demo is not wholly loaded
   */
  @Override
  public @Nullable FactBatch get() {
    if (company == null) {
      company = DemoCompany.create().clients();
    }
    return past(company);
  }

  private @Nullable FactBatch past(List<DemoClient> company) {
    Map<String, ClientName> clients =
        catalogue.clients().stream().collect(Collectors.toMap(ClientName::code, one -> one));
    Map<DemoClient, Map<String, Integer>> places = new LinkedHashMap<>();
    for (DemoClient demo : company) {
      ClientName client = clients.get(demo.code());
      places.put(demo, client == null ? Map.of() : places(client.id()));
    }
    if (!places.entrySet().stream().allMatch(one -> isThere(one.getKey(), one.getValue()))) {
      // Beside other clients the demo is never loaded.
      Set<String> own = company.stream().map(DemoClient::code).collect(Collectors.toSet());
      return own.containsAll(clients.keySet()) ? null : batch(List.of());
    }
    List<Contribution> past = new ArrayList<>();
    places.forEach((demo, codes) -> {
      ClientName client = Objects.requireNonNull(clients.get(demo.code()));
      past.addAll(DemoFacts.of(demo, client.id(), codes, client.createdAt()));
    });
    return batch(past);
  }

  private static boolean isThere(DemoClient client, Map<String, Integer> places) {
    return client.locations().stream().allMatch(one -> places.containsKey(one.code()));
  }

  private static FactBatch batch(List<Contribution> past) {
    return new FactBatch(START, AFTER, Instant.EPOCH, List.of(), past);
  }

  private Map<String, Integer> places(ClientId client) {
    Map<String, Integer> places = new HashMap<>();
    for (PlaceName place : catalogue.places(client)) {
      places.put(place.code(), place.id());
    }
    return places;
  }
}
