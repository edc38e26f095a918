package dev.holdfast.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.PositionRow;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What must hold in any store at any time, whatever happened before: read through its reader. */
final class LedgerInvariants {
  private static final ReservationFilter EVERY_ONE = ReservationFilter.ANY.withOrders();
  private static final PositionFilter ANY = new PositionFilter(null, null, false);

  private final StockReader reader;
  private final ClientId client;
  private final Map<UUID, List<HistoryRow>> bySubject = new TreeMap<>();

  private LedgerInvariants(StockReader reader, ClientId client) {
    this.reader = reader;
    this.client = client;
  }

  /** Checks everything that the clients have. */
  static void check(StockReader reader, List<ClientId> clients) {
    for (ClientId client : clients) {
      LedgerInvariants one = new LedgerInvariants(reader, client);
      List<PositionRow> positions =
          Scene.allPages(after -> reader.positions(client, ANY, after, Page.MAX_LIMIT));
      positions.forEach(one::checkPosition);
      one.checkReservations(positions);
      one.checkTransfers();
    }
  }

  private void checkPosition(PositionRow row) {
    Balance balance = row.balance();
    assertThat(balance.onHand()).isBetween(0L, Balance.MAX_ON_HAND);
    assertThat(balance.reserved()).isBetween(0L, balance.onHand() + balance.shortfall());
    assertThat(balance.shortfall()).isEqualTo(Math.max(0, balance.reserved() - balance.onHand()));
    List<HistoryRow> newestFirst =
        Scene.allPages(after -> reader.history(client, row.position(), after, Page.MAX_LIMIT));
    List<HistoryRow> history = newestFirst.reversed();
    Balance before = Balance.EMPTY;
    Instant earlier = Instant.MIN;
    for (HistoryRow entry : history) {
      checkLink(before, entry);
      assertThat(entry.at()).as("time of %s", entry).isAfterOrEqualTo(earlier);
      before = entry.after();
      earlier = entry.at();
      if (entry.subject() != null) {
        bySubject.computeIfAbsent(entry.subject(), none -> new ArrayList<>()).add(entry);
      }
    }
    assertThat(balance).as("the balance is the last entry's").isEqualTo(before);
    assertThat(row.updatedAt()).isEqualTo(earlier);
  }

  /** Versions are dense, balances chain, and no claim took what was not there. */
  private static void checkLink(Balance before, HistoryRow entry) {
    Balance after = entry.after();
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.onHand()).isEqualTo(before.onHand() + entry.onHandDelta());
    assertThat(after.reserved()).isEqualTo(before.reserved() + entry.reservedDelta());
    assertThat(after.shortfall()).isEqualTo(Math.max(0, after.reserved() - after.onHand()));
    switch (entry.kind()) {
      case RESERVED ->
          assertThat(after.onHand() - after.reserved() - after.safetyStock())
              .as("%s", entry)
              .isNotNegative();
      case SOLD, TRANSFERRED_OUT ->
          assertThat(after.onHand() - after.reserved()).as("%s", entry).isNotNegative();
      case SAFETY_STOCK_SET -> assertThat(entry.onHandDelta() + entry.reservedDelta()).isZero();
      default -> assertThat(after.safetyStock()).as("%s", entry).isEqualTo(before.safetyStock());
    }
  }

  /** Reserved is the sum of what is active; each reservation ended at most once. */
  private void checkReservations(List<PositionRow> positions) {
    Map<PositionKey, Long> active = new TreeMap<>();
    for (Reservation reservation :
        Scene.<Reservation>allPages(
            after -> reader.reservations(client, EVERY_ONE, after, Page.MAX_LIMIT))) {
      int lines = reservation.lines().size();
      List<EntryKind> kinds = kindsOf(reservation.id());
      assertThat(kinds).filteredOn(EntryKind.RESERVED::equals).hasSize(lines);
      assertThat(kinds.stream().filter(kind -> kind != EntryKind.RESERVED).distinct().toList())
          .as("ends of %s", reservation)
          .isEqualTo(
              switch (reservation.state()) {
                case ACTIVE -> List.of();
                case CONFIRMED -> List.of(EntryKind.CONFIRMED);
                case RELEASED -> List.of(EntryKind.RELEASED);
                case EXPIRED -> List.of(EntryKind.EXPIRED);
              });
      assertThat(kinds).hasSize(reservation.isActive() ? lines : 2 * lines);
      if (reservation.isActive()) {
        for (Line line : reservation.lines()) {
          active.merge(line.position(), line.quantity(), Long::sum);
        }
      }
    }
    for (PositionRow row : positions) {
      assertThat(row.balance().reserved())
          .as("reserved of %s", row.position())
          .isEqualTo(active.getOrDefault(row.position(), 0L));
    }
  }

  /** What left arrives at most once, at one end or the other. */
  private void checkTransfers() {
    for (Transfer transfer :
        Scene.<Transfer>allPages(
            after -> reader.transfers(client, TransferFilter.ANY, after, Page.MAX_LIMIT))) {
      long sent = transfer.lines().stream().mapToLong(Line::quantity).sum();
      long moved =
          bySubject.getOrDefault(transfer.id(), List.of()).stream()
              .mapToLong(HistoryRow::onHandDelta)
              .sum();
      int lines = transfer.lines().size();
      boolean arrived =
          switch (transfer.state()) {
            case IN_TRANSIT -> false;
            case RECEIVED, CANCELLED -> true;
          };
      assertThat(moved).as("moved by %s", transfer).isEqualTo(arrived ? 0 : -sent);
      assertThat(kindsOf(transfer.id())).hasSize(arrived ? 2 * lines : lines);
    }
  }

  private List<EntryKind> kindsOf(UUID subject) {
    return bySubject.getOrDefault(subject, List.of()).stream().map(HistoryRow::kind).toList();
  }
}
