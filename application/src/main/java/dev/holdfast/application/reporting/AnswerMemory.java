package dev.holdfast.application.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Answers that are given again, each for as long as its client's rows are of the same version. Who
 * asks while the same is being answered waits for that answer. Safe for several threads.
 */
final class AnswerMemory {
  /**
   * Not everything in an answer comes from rows: codes of places change too, and of several
   * standbys another one may have told the version. After this, all of it is read again.
   */
  static final Duration HOLD = Duration.ofSeconds(30);

  /** What waits is told by its age, which goes on while no row changes. */
  static final Duration HOLD_OF_AGES = Duration.ofSeconds(5);

  /** A cell takes some 30 bytes, so that all answers together take about 30 MB at most. */
  private static final long MAX_CELLS = 1_000_000;

  /** What an answer takes beside its cells, in cells. */
  private static final int FRAME_CELLS = 100;

  private final Cache<Key, Held> held =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CELLS)
          .weigher((Key key, Held answer) -> cells(answer.table()))
          .expireAfterWrite(HOLD)
          .build();

  private final ConcurrentMap<Turn, CompletableFuture<ReportTable>> underWay =
      new ConcurrentHashMap<>();

  /**
   * What an answer depends on beside rows.
   *
   * @param today up to which days count as days
   */
  record Key(ReportQuestion question, LocalDate today) {}

  private record Turn(Key key, long version) {}

  private record Held(ReportTable table, long version, Instant until) {}

  /**
   * The answer that is held, or a new one.
   *
   * @param version of the rows, as it was told before this call
   * @param answer reads rows, of that version or a later one
   */
  ReportTable answer(Key key, long version, Instant now, Supplier<ReportTable> answer) {
    Held known = held.getIfPresent(key);
    if (known != null && known.version() == version && now.isBefore(known.until())) {
      return known.table();
    }
    Turn turn = new Turn(key, version);
    CompletableFuture<ReportTable> mine = new CompletableFuture<>();
    CompletableFuture<ReportTable> others = underWay.putIfAbsent(turn, mine);
    if (others != null) {
      return await(others);
    }
    try {
      ReportTable table = answer.get();
      held.put(key, new Held(table, version, now.plus(hold(key.question().report()))));
      mine.complete(table);
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
    } finally {
      underWay.remove(turn);
    }
    return await(mine);
  }

  private static Duration hold(Report report) {
    return report == Report.WAREHOUSE ? HOLD_OF_AGES : HOLD;
  }

  private static int cells(ReportTable table) {
    int cells = FRAME_CELLS + table.columns().size() * table.rows().size();
    for (ReportTable.Part part : table.parts()) {
      cells += part.columns().size() * part.rows().size();
    }
    return cells;
  }

  private static ReportTable await(CompletableFuture<ReportTable> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
