package dev.holdfast.application.reporting.lake;

import dev.holdfast.application.reporting.facts.FactNames;
import dev.holdfast.application.reporting.facts.OrderFacts;
import dev.holdfast.application.reporting.facts.WalkFacts;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Order;
import dev.holdfast.storage.api.FactCatalogue;
import dev.holdfast.storage.api.FactLake;
import dev.holdfast.storage.api.FactLake.Draft;
import dev.holdfast.storage.api.FactLake.Written;
import dev.holdfast.storage.api.FactSource;
import dev.holdfast.storage.api.FactSource.Window;
import dev.holdfast.storage.api.LakeTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings facts from where commands leave them into analysts' files: from the lake's mark on, in
 * windows, each there as a whole or not at all. Every version of an order that is read is read
 * once; one that was replaced before anybody read it is not there. For one thread. Throws {@link
 * dev.holdfast.storage.api.StoreUnavailableException} when either side cannot be asked.
 */
public final class ExportFacts {
  /** Transactions that are asked for at once: what idle numbers cost to step over. */
  private static final int STRIDE = 65_536;

  /**
   * A window of the lake ends with the first stride that brings it here: a large file is read
   * faster than many small ones, and about 100 MB are written again after a stop.
   */
  private static final long WINDOW_ROWS = 500_000;

  private final FactSource source;
  private final FactCatalogue catalogue;
  private final FactNames names;
  private final OrderFacts orders;
  private final FactLake lake;
  private final @Nullable ClientId only;
  private final Map<ClientId, String> clients = new HashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param only whose facts alone; null for every client's
   */
  public ExportFacts(
      FactSource source,
      FactCatalogue catalogue,
      FactNames names,
      FactLake lake,
      @Nullable ClientId only) {
    this.source = source;
    this.catalogue = catalogue;
    this.names = names;
    this.orders = new OrderFacts(names);
    this.lake = lake;
    this.only = only;
  }

  /**
   * Writes one window.
   *
   * @param rows told how many rows it has so far, now and then
   * @return what was written; null when there is nothing new
   */
  public @Nullable Written next(LongConsumer rows) {
    try (Draft draft = lake.begin()) {
      Filling filling = new Filling(draft, rows);
      long to = lake.mark();
      Instant asOf = lake.asOf();
      while (filling.count < WINDOW_ROWS) {
        Window window = source.next(to, STRIDE);
        asOf = window.asOf().isAfter(asOf) ? window.asOf() : asOf;
        if (window.isEmpty()) {
          break;
        }
        filling.fill(window);
        to = window.to();
      }
      return to == lake.mark() ? null : draft.finish(to, asOf);
    }
  }

  /** The rows of one window of the lake while they come. */
  private final class Filling {
    /** Rows between two words about them. */
    private static final int OFTEN = 1_000;

    private final Draft draft;
    private final LongConsumer told;
    private long count;

    Filling(Draft draft, LongConsumer told) {
      this.draft = draft;
      this.told = told;
    }

    void fill(Window window) {
      source.orders(window, this::order);
      source.pickLists(window, this::walk);
      source.entries(window, this::entry);
      told.accept(count);
    }

    private void order(FactSource.OrderChange change) {
      if (!isWanted(change.client())) {
        return;
      }
      Order order = orders.read(change).orElse(null);
      if (order != null) {
        OrderRows rows = new OrderRows(code(change.client()), names, change, order);
        rows.of(orders.factOf(change, order)).forEach(row -> add(LakeTable.ORDER_VERSIONS, row));
      }
    }

    private void walk(FactSource.PickListChange change) {
      if (isWanted(change.client())) {
        WalkFacts.walkOf(change)
            .ifPresent(walk ->
                add(
                    LakeTable.WALKS,
                    LakeRows.walk(
                        code(change.client()),
                        names.place(change.client(), walk.locationId()),
                        walk)));
      }
    }

    private void entry(FactSource.EntryRow entry) {
      if (isWanted(entry.client())) {
        add(LakeTable.LEDGER_ENTRIES, LakeRows.entry(entry));
      }
    }

    private void add(LakeTable table, List<? extends @Nullable Object> row) {
      draft.add(table, row);
      count++;
      if (count % OFTEN == 0) {
        told.accept(count);
      }
    }
  }

  private boolean isWanted(ClientId client) {
    return only == null || only.equals(client);
  }

  private String code(ClientId client) {
    String known = clients.get(client);
    if (known == null) {
      catalogue.clients().forEach(each -> clients.put(each.id(), each.code()));
      known = clients.get(client);
    }
    if (known == null) {
      throw new IllegalStateException("facts of client " + client.value() + ", which there is not");
    }
    return known;
  }
}
