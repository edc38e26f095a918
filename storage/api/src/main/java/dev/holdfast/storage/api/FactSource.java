package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was committed since a mark, of every client, for reports and for analysts' files. Marks are
 * whole numbers that grow with commits; between two marks lies a fixed set of changes, whoever asks
 * and however often, but of what changed several times only the latest state is told. Never makes a
 * command wait.
 */
public interface FactSource {
  /**
   * The mark up to which everything is committed or gave up, at most {@code most} changes of the
   * ledger's transactions beyond {@code from}.
   */
  Window next(long from, int most);

  /** Orders whose latest change lies in the window, as documents. */
  void orders(Window window, Consumer<OrderChange> each);

  /** Pick lists that are done and whose latest change lies in the window, as documents. */
  void pickLists(Window window, Consumer<PickListChange> each);

  /** Movements of stock in the window, summed by client, place, category and local hour. */
  List<MovementSum> movements(Window window);

  /** Refusals for lack of stock in the window, summed likewise. */
  List<RefusalSum> refusals(Window window);

  /** Every ledger entry in the window, in no particular order. */
  void entries(Window window, Consumer<EntryRow> each);

  /**
   * The changes between two marks.
   *
   * @param asOf everything committed before this time of the store's is before {@code to}; 1970
   *     when the store knows of no such time
   */
  record Window(long from, long to, Instant asOf) {
    public boolean isEmpty() {
      return from == to;
    }
  }

  record OrderChange(ClientId client, Instant createdAt, Instant updatedAt, String document) {}

  /** A walk that is over; its document says where it led. */
  record PickListChange(
      ClientId client,
      UUID id,
      String number,
      int locationId,
      long version,
      Instant updatedAt,
      String document) {}

  /** Thousandths of base units, of one hour by the place's clock. */
  record MovementSum(
      ClientId client,
      int locationId,
      String category,
      LocalDateTime hour,
      long received,
      long sold,
      long returned,
      long shrinkage,
      long spoiled,
      long onHand) {}

  /** Refused lines and thousandths of base units. */
  record RefusalSum(
      ClientId client,
      int locationId,
      String category,
      LocalDateTime hour,
      long lines,
      long units) {}

  /** A ledger entry with the words that analysts know things by; quantities in smallest units. */
  record EntryRow(
      ClientId client,
      String clientCode,
      long positionId,
      long version,
      String sku,
      String category,
      int scale,
      String location,
      String kind,
      long onHandDelta,
      long reservedDelta,
      long onHandAfter,
      long reservedAfter,
      Instant at,
      LocalDate localDate,
      @Nullable UUID subject,
      @Nullable String note) {}
}
