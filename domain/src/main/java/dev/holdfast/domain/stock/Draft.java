package dev.holdfast.domain.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one command as they are worked through: entries as long as every line succeeds,
 * refusals from the first that does not. A later line sees what earlier lines of the same command
 * left, so the same SKU twice cannot claim the same unit twice.
 */
final class Draft {
  private final WorkingSet set;
  private final List<LedgerEntry> entries;
  private final List<LineRefusal> refusals = new ArrayList<>(0);
  private final @Nullable Map<PositionKey, Balance> drafted;
  private @Nullable Refusal refusal;

  Draft(WorkingSet set, int lines) {
    this.set = set;
    this.entries = new ArrayList<>(lines);
    this.drafted = lines > 1 ? new HashMap<>() : null;
  }

  Balance balance(PositionKey position) {
    Balance own = drafted == null ? null : drafted.get(position);
    return own != null ? own : set.balance(position);
  }

  void enter(Line line, EntryKind kind, Balance before, Balance after) {
    if (drafted != null) {
      drafted.put(line.position(), after);
    }
    entries.add(
        new LedgerEntry(
            line.position(),
            kind,
            after.onHand() - before.onHand(),
            after.reserved() - before.reserved(),
            after));
  }

  /**
   * Refuses a line. The version told is the position's own, not that of a draft: drafts of a
   * refused command never come to be.
   */
  void refuse(int index, Line line, long available, Refusal reason) {
    long version = set.balance(line.position()).version();
    refusals.add(
        new LineRefusal(index, line.position(), line.quantity(), available, version, reason));
    if (refusal == null) {
      refusal = reason;
    }
  }

  List<LedgerEntry> entries() {
    return entries;
  }

  /** The refusal of the command if any line was refused, else null. */
  Decision.@Nullable Refused refused() {
    return refusal == null ? null : new Decision.Refused(refusal, refusals);
  }
}
