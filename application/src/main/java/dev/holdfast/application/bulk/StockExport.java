package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.ExportReader;
import dev.holdfast.storage.api.ExportReader.LedgerLine;
import dev.holdfast.storage.api.ExportReader.StockLine;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes positions, ledger entries and reservations; quantities as decimals in the SKU's unit. */
final class StockExport {
  private final ExportReader reader;
  private final ClientId client;
  private final CsvOutput csv;
  private final Map<Integer, String> locations = new HashMap<>();

  StockExport(ExportReader reader, ClientId client, CsvOutput csv) {
    this.reader = reader;
    this.client = client;
    this.csv = csv;
  }

  /** What is physically there and what is withheld, as an import reads it. */
  void stock() throws IOException {
    List<StockLine> page = reader.stock(client, 0);
    while (!page.isEmpty()) {
      for (StockLine line : page) {
        Scale scale = line.sku().scale();
        Balance balance = line.row().balance();
        csv.plain(line.sku().code()).plain(location(line.row().position()));
        csv.plain(scale.format(balance.onHand())).plain(scale.format(balance.safetyStock()));
        csv.endRow();
      }
      page = reader.stock(client, page.getLast().row().position().packed());
    }
  }

  /** Every movement, position by position, oldest first. */
  void ledger() throws IOException {
    List<LedgerLine> page = reader.ledger(client, 0, 0);
    while (!page.isEmpty()) {
      for (LedgerLine line : page) {
        entry(line);
      }
      LedgerLine last = page.getLast();
      page = reader.ledger(client, last.position(), last.entry().after().version());
    }
  }

  private void entry(LedgerLine line) throws IOException {
    Scale scale = line.sku().scale();
    HistoryRow entry = line.entry();
    Balance after = entry.after();
    csv.plain(line.sku().code()).plain(location(new PositionKey(line.position())));
    csv.number(after.version()).plain(entry.kind().label()).plain(entry.at().toString());
    csv.text(entry.actor());
    csv.plain(scale.format(entry.onHandDelta())).plain(scale.format(entry.reservedDelta()));
    csv.plain(scale.format(after.onHand())).plain(scale.format(after.reserved()));
    csv.plain(scale.format(after.safetyStock()));
    csv.text(entry.note() == null ? "" : entry.note());
    csv.plain(entry.subject() == null ? "" : entry.subject().toString());
    csv.endRow();
  }

  /** One row per line of every reservation, oldest first. */
  void reservations() throws IOException {
    List<Reservation> page = reader.reservations(client, null);
    while (!page.isEmpty()) {
      Map<Long, SkuRef> skus = skusOf(page);
      for (Reservation reservation : page) {
        for (Line line : reservation.lines()) {
          claim(reservation, line, skus);
        }
      }
      page = reader.reservations(client, page.getLast().id());
    }
  }

  private void claim(Reservation reservation, Line line, Map<Long, SkuRef> skus)
      throws IOException {
    SkuRef sku = skus.get(line.position().skuId());
    if (sku == null) {
      throw new IllegalStateException("a reservation names what the catalogue does not have");
    }
    csv.plain(reservation.id().toString()).plain(reservation.state().label());
    csv.plain(sku.code()).plain(location(line.position()));
    csv.plain(sku.scale().format(line.quantity()));
    csv.plain(reservation.createdAt().toString()).plain(reservation.expiresAt().toString());
    csv.endRow();
  }

  /** The SKUs of a page's lines, asked for in as many questions as their number needs. */
  private Map<Long, SkuRef> skusOf(Collection<Reservation> page) {
    TreeSet<Long> ids = new TreeSet<>();
    page.forEach(
        reservation -> reservation.lines().forEach(line -> ids.add(line.position().skuId())));
    Map<Long, SkuRef> skus = HashMap.newHashMap(ids.size());
    List<Long> wanted = List.copyOf(ids);
    for (int from = 0; from < wanted.size(); from += ExportReader.PAGE_ROWS) {
      int to = Math.min(wanted.size(), from + ExportReader.PAGE_ROWS);
      reader.skusById(client, wanted.subList(from, to)).forEach(sku -> skus.put(sku.id(), sku));
    }
    return skus;
  }

  /** The code of a position's location, which may have been made since the file was begun. */
  private String location(PositionKey position) {
    String code = locations.get(position.locationId());
    if (code == null) {
      reader.locationRefs(client).forEach(place -> locations.put(place.id(), place.code()));
      code = locations.get(position.locationId());
    }
    if (code == null) {
      throw new IllegalStateException("a position names what the catalogue does not have");
    }
    return code;
  }
}
