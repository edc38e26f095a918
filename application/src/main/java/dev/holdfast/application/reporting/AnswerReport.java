package dev.holdfast.application.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.api.RollUpStore.Version;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Answers a report from roll-ups: one read of the client's version, which is remembered for a
 * moment, and at most {@link Asked#MAX_READS} of sums, or none while an earlier answer is still
 * true. Safe for several threads; blocks for the store.
 */
public final class AnswerReport {
  /** Older than this, an answer is called stale: facts are folded every second. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  /** One that is older than it could be is still true; pages ask for several reports at once. */
  private static final Duration VERSION_HOLD = Duration.ofMillis(500);

  private static final int MAX_CLIENTS = 10_000;

  private final RollUpStore store;
  private final ReportPlaces places;
  private final Clock clock;
  private final AnswerMemory memory = new AnswerMemory();
  private final Cache<ClientId, Held> versions =
      Caffeine.newBuilder().maximumSize(MAX_CLIENTS).build();

  private record Held(Version version, Instant until) {}

  public AnswerReport(RollUpStore store, ReportPlaces places, Clock clock) {
    this.store = store;
    this.places = places;
    this.clock = clock;
  }

  /**
   * A report as it was answered.
   *
   * @param mark everything committed before its {@code asOf} is counted
   * @param age of {@code asOf} when it was answered; not negative
   * @param calls of the store; of an answer from memory at most the version's
   * @param storeNanos what these took together
   */
  public record Answered(ReportTable table, Mark mark, Duration age, int calls, long storeNanos) {
    public boolean isFresh() {
      return age.compareTo(FRESH) <= 0;
    }
  }

  /**
   * What everything that is answered to a client now counts at least.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public Mark mark(ClientId client) {
    return version(client, new StoreReads(store)).mark();
  }

  /** Whether what counts up to this mark may still be called fresh. */
  public boolean isFresh(Mark mark) {
    return Duration.between(mark.asOf(), clock.instant()).compareTo(FRESH) <= 0;
  }

  /**
   * Answers a question whose filters name places of the client.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public Answered answer(ReportQuestion question) {
    StoreReads reads = new StoreReads(store);
    // Before the sums are read: then everything before it is in them.
    Version version = version(question.client(), reads);
    LocalDate today = today(question.client());
    ReportTable table =
        memory.answer(
            new AnswerMemory.Key(question, today),
            version.number(),
            clock.instant(),
            () -> compute(question, today, reads));
    Mark mark = version.mark();
    Duration age = Duration.between(mark.asOf(), clock.instant());
    return new Answered(
        table, mark, age.isNegative() ? Duration.ZERO : age, reads.calls(), reads.nanos());
  }

  private ReportTable compute(ReportQuestion question, LocalDate today, StoreReads reads) {
    Map<Dimension, Set<String>> only = Asked.resolve(question, places);
    return compute(new Asked(question, only, reads, places, clock.instant(), today));
  }

  private static ReportTable compute(Asked asked) {
    return switch (asked.question().report()) {
      case OVERVIEW -> SeriesReport.overview(asked);
      case HOURS -> HoursReport.answer(asked);
      case LOCATIONS -> GroupReport.locations(asked);
      case CARRIERS -> GroupReport.carriers(asked);
      case CATEGORIES -> GroupReport.categories(asked);
      case WAREHOUSE -> SeriesReport.warehouse(asked);
      case STOCK -> StockReport.answer(asked);
      case PAYDAY -> PaydayReport.answer(asked);
    };
  }

  /** The latest day that has begun at any place of the client. */
  public LocalDate today(ClientId client) {
    Instant now = clock.instant();
    return places.zones(client).stream()
        .map(zone -> now.atZone(zone).toLocalDate())
        .reduce((one, other) -> one.isAfter(other) ? one : other)
        .orElseThrow();
  }

  private Version version(ClientId client, StoreReads reads) {
    Held known = versions.getIfPresent(client);
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.until())) {
      return known.version();
    }
    Version version = reads.version(client);
    versions.put(client, new Held(version, now.plus(VERSION_HOLD)));
    return version;
  }
}
