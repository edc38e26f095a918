package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.RowReject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The bad rows of one file: all are counted, the first {@link BulkResult#MAX_REJECTS} are kept. */
public final class Rejects {
  /** Characters of a cell that are shown: enough to recognise it. */
  private static final int MAX_SHOWN = 100;

  private final List<RowReject> kept = new ArrayList<>();
  private long count;
  private boolean whole;

  /** Adds a bad row. */
  public void add(long line, String column, String value, String reason) {
    count++;
    if (kept.size() < BulkResult.MAX_REJECTS) {
      kept.add(new RowReject(line, column, shown(value), reason));
    }
  }

  /** Adds a fault for which no row of the file can be taken. */
  public void refuseFile(long line, String column, String value, String reason) {
    whole = true;
    add(line, column, value, reason);
  }

  private static String shown(String value) {
    if (value.codePointCount(0, value.length()) <= MAX_SHOWN) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, MAX_SHOWN)) + "…";
  }

  /** Whether the file as a whole cannot be taken, bad rows skipped or not. */
  public boolean fileRefused() {
    return whole;
  }

  public long count() {
    return count;
  }

  /** Those that are kept together with others, in line order, as many as are ever shown. */
  public List<RowReject> with(Collection<RowReject> others) {
    List<RowReject> all = new ArrayList<>(kept);
    all.addAll(others);
    all.sort(Comparator.comparingLong(RowReject::line));
    return List.copyOf(all.subList(0, Math.min(all.size(), BulkResult.MAX_REJECTS)));
  }

  /** The store's answer with the bad rows that were found before the store was asked. */
  BulkResult addTo(BulkResult result) {
    return switch (result) {
      case BulkResult.Applied applied when !applied.replayed() ->
          new BulkResult.Applied(applied.summary(), with(applied.rejects()), false);
      case BulkResult.Rejected rejected ->
          new BulkResult.Rejected(rejected.rows(), rejected.rejected(), with(rejected.rejects()));
      default -> result;
    };
  }
}
