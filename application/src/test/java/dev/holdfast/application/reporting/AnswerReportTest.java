package dev.holdfast.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.application.reporting.AnswerReport.Answered;
import dev.holdfast.application.reporting.ReportPlaces.Place;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.reporting.ReferenceRollUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an answer is given again, and when it is made anew. */
class AnswerReportTest {
  private static final ClientId ANNA = new ClientId(1);
  private static final ClientId BERT = new ClientId(2);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LocalDateTime NOON = DAY.atTime(12, 0);

  private final ReferenceRollUps rows = new ReferenceRollUps();
  private final CountingStore store = new CountingStore();
  private final Ticking clock = new Ticking();
  private final AnswerReport reports =
      new AnswerReport(
          store, new ReportPlaces(client -> List.of(new Place(3, "S03", ZoneOffset.UTC))), clock);

  /** A clock that a test moves. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-20T13:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Counts who asks for rows, and can be slow or away. */
  private final class CountingStore implements RollUpStore {
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean away;
    private @Nullable CountDownLatch gate;

    @Override
    public Mark mark() {
      return rows.mark();
    }

    @Override
    public Version version(ClientId client) {
      return rows.version(client);
    }

    @Override
    public boolean fold(FactBatch batch) {
      return rows.fold(batch);
    }

    @Override
    public List<RollUpRow> read(RollUpQuestion question) {
      reads.incrementAndGet();
      if (away) {
        throw new StoreUnavailableException("away", new IllegalStateException());
      }
      CountDownLatch closed = gate;
      if (closed != null) {
        try {
          assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
          throw new IllegalStateException(stopping);
        }
      }
      return rows.read(question);
    }

    @Override
    public List<Waiting> backlog(BacklogQuestion question) {
      return rows.backlog(question);
    }

    @Override
    public void clear() {
      rows.clear();
    }
  }

  private void order(ClientId client) {
    Sums one = new Sums().add(Measure.ORDERS, 1);
    RollUpKey key = new RollUpKey(client, Cut.CLIENT, NOON, 0, "", "", "", "EUR");
    VersionedFact fact =
        new VersionedFact(
            client,
            UUID.randomUUID(),
            1,
            List.of(new Contribution(key, one)),
            List.of(
                new Open(UUID.randomUUID(), 3, "dhl", "x", clock.instant(), clock.instant(), 1)));
    long mark = rows.mark().value();
    rows.fold(new FactBatch(mark, mark + 1, clock.instant(), List.of(fact), List.of()));
    clock.pass(Duration.ofSeconds(1));
  }

  private static ReportQuestion question(ClientId client, Report report) {
    return new ReportQuestion(
        client,
        report,
        DAY,
        DAY,
        report.usualStep().orElse(null),
        Map.of(),
        /* currency= */ null,
        /* payday= */ null);
  }

  private Answered overview(ClientId client) {
    return reports.answer(question(client, Report.OVERVIEW));
  }

  private static Object orders(Answered answered) {
    return answered.table().rows().getFirst().get(1);
  }

  @Test
  void theSameQuestionIsAnsweredFromMemoryUntilItsClientsRowsChange() {
    order(ANNA);
    assertThat(orders(overview(ANNA))).isEqualTo(1L);
    int reads = store.reads.get();
    clock.pass(Duration.ofSeconds(1));
    order(BERT);

    Answered again = overview(ANNA);
    assertThat(store.reads).hasValue(reads);
    assertThat(orders(again)).isEqualTo(1L);
    // What is counted now is as new as the last batch, which had nothing of this client.
    assertThat(again.mark()).isEqualTo(rows.mark());
    assertThat(again.age()).isEqualTo(Duration.ofSeconds(1));

    order(ANNA);
    assertThat(orders(overview(ANNA))).isEqualTo(2L);
    assertThat(orders(overview(BERT))).isEqualTo(1L);
  }

  @Test
  void anotherQuestionIsNotAnsweredWithIt() {
    order(ANNA);
    overview(ANNA);
    int reads = store.reads.get();

    reports.answer(question(ANNA, Report.HOURS));

    assertThat(store.reads.get()).isGreaterThan(reads);
  }

  @Test
  void whatIsForgottenIsNotToldAnyLonger() {
    order(ANNA);
    overview(ANNA);

    rows.clear();
    clock.pass(Duration.ofSeconds(1));

    assertThat(orders(overview(ANNA))).isEqualTo(0L);
  }

  @Test
  void theBacklogGrowsOlderThoughNothingChanges() {
    order(ANNA);
    ReportQuestion asked = question(ANNA, Report.WAREHOUSE);
    assertThat(reports.answer(asked).table().parts().getFirst().rows().getFirst().get(1))
        .isEqualTo(1L);

    clock.pass(Duration.ofHours(4));

    List<List<@Nullable Object>> ages = reports.answer(asked).table().parts().getFirst().rows();
    assertThat(ages.get(0).get(1)).isEqualTo(0L);
    assertThat(ages.get(1).get(1)).isEqualTo(1L);
  }

  @Test
  void everythingIsReadAgainOnceInAWhile() {
    order(ANNA);
    overview(ANNA);
    int reads = store.reads.get();

    clock.pass(AnswerMemory.HOLD);
    overview(ANNA);

    assertThat(store.reads.get()).isGreaterThan(reads);
  }

  @Test
  void whoeverAsksTheSameMeanwhileWaitsForThatAnswer() throws Exception {
    order(ANNA);
    CountDownLatch gate = new CountDownLatch(1);
    store.gate = gate;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answered>> asked = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        asked.add(people.submit(() -> overview(ANNA)));
      }
      gate.countDown();
      for (Future<Answered> one : asked) {
        assertThat(orders(one.get(10, TimeUnit.SECONDS))).isEqualTo(1L);
      }
    }
    int reads = store.reads.get();
    assertThat(reads).isLessThanOrEqualTo(Asked.MAX_READS);
  }

  @Test
  void aFailureIsToldAndNotRemembered() {
    order(ANNA);
    store.away = true;
    assertThatThrownBy(() -> overview(ANNA)).isInstanceOf(StoreUnavailableException.class);

    store.away = false;

    assertThat(orders(overview(ANNA))).isEqualTo(1L);
  }
}
