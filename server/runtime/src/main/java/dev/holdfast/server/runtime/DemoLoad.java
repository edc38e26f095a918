package dev.holdfast.server.runtime;

import dev.holdfast.application.bulk.ImportAnswer;
import dev.holdfast.application.bulk.ImportFiles;
import dev.holdfast.application.bulk.ImportKind;
import dev.holdfast.application.bulk.ImportRequest;
import dev.holdfast.application.jobs.ExpireReservations;
import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoCompany;
import dev.holdfast.demo.DemoCsv;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads the demo company, once, by the same import that users have. What a client has is left
 * alone; a start that was interrupted before is made good by the next.
 */
final class DemoLoad {
  private final AccessStore access;
  private final ImportFiles imports;
  private final StockReader stock;
  private final DemoLots lots;
  private final DemoSetup fulfilment;
  private final Consumer<String> progress;

  DemoLoad(
      AccessStore access,
      ImportFiles imports,
      StockReader stock,
      DemoLots lots,
      DemoSetup fulfilment,
      Consumer<String> progress) {
    this.access = access;
    this.imports = imports;
    this.stock = stock;
    this.lots = lots;
    this.fulfilment = fulfilment;
    this.progress = progress;
  }

  void run() throws IOException {
    List<DemoClient> company = DemoCompany.create().clients();
    if (isSomebodyElses(company)) {
      progress.accept("Leaving the demo company out: this database has other clients");
      return;
    }
    for (DemoClient client : company) {
      ClientId id = client(client).id();
      if (!hasStock(id)) {
        load(id, ImportKind.SKUS, client, DemoCsv.skus(client));
        load(id, ImportKind.LOCATIONS, client, DemoCsv.locations(client));
        load(id, ImportKind.STOCK, client, DemoCsv.stock(client));
        lots.load(id, client);
      }
      // Also for a demo of before, which had no orders yet.
      if (!fulfilment.isDone(id)) {
        progress.accept("Loading the demo company: fulfilment of " + client.name());
        fulfilment.load(id, client);
      }
    }
  }

  /** Whether a client is there that the demo company does not have. */
  private boolean isSomebodyElses(List<DemoClient> company) {
    Set<String> codes = company.stream().map(DemoClient::code).collect(Collectors.toSet());
    return access.clients().stream().anyMatch(client -> !codes.contains(client.code()));
  }

  private boolean hasStock(ClientId client) {
    PositionFilter any = new PositionFilter(null, null, false);
    return !stock.positions(client, any, null, 1).items().isEmpty();
  }

  private ClientRow client(DemoClient client) {
    return access
        .client(client.code())
        .or(() -> access.createClient(client.code(), client.name()))
        .orElseThrow();
  }

  private void load(ClientId client, ImportKind kind, DemoClient from, Stream<String> lines)
      throws IOException {
    progress.accept("Loading the demo company: " + kind.label() + " of " + from.name());
    byte[] file = lines.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    // A space keeps the key apart from every key that a caller can send.
    String key = "demo " + kind.label();
    ImportRequest request =
        new ImportRequest(client, ExpireReservations.SYSTEM_ACTOR, kind, key, false);
    ImportAnswer answer = imports.run(request, new ByteArrayInputStream(file));
    if (!(answer instanceof ImportAnswer.Settled settled)
        || !(settled.result() instanceof BulkResult.Applied)) {
      throw new IOException("the demo company could not be loaded: " + answer);
    }
  }
}
