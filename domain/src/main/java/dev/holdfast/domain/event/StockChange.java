package dev.holdfast.domain.event;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ledger entry of a position with the balance before it.
 *
 * @param subject the reservation or transfer concerned
 * @param note why, in the words of whoever did it
 */
public record StockChange(
    EntryKind kind,
    Balance before,
    Balance after,
    Instant at,
    @Nullable UUID subject,
    @Nullable String note) {

  public long onHandChange() {
    return after.onHand() - before.onHand();
  }

  public long reservedChange() {
    return after.reserved() - before.reserved();
  }

  /** The entry's number within its position. */
  public long version() {
    return after.version();
  }

  /** What the entry is told as: what happened, then the threshold that it crossed, if any. */
  public List<EventType> events(Thresholds thresholds) {
    List<EventType> events = new ArrayList<>(2);
    events.add(EventType.of(kind));
    if (thresholds.isLow(this)) {
      events.add(EventType.LOW);
    }
    if (thresholds.isBack(this)) {
      events.add(EventType.BACK);
    }
    return events;
  }
}
