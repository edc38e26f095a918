package dev.holdfast.server.runtime.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.reporting.AnswerReport;
import dev.holdfast.application.reporting.AnswerReport.Answered;
import dev.holdfast.application.reporting.Report;
import dev.holdfast.application.reporting.ReportPlaces;
import dev.holdfast.application.reporting.ReportPlaces.Place;
import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.application.reporting.Step;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.Paydays;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.reporting.RawFacts.Movement;
import dev.holdfast.server.runtime.reporting.RawFacts.Refusal;
import dev.holdfast.server.runtime.reporting.RawFacts.Walk;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every report, with all kinds of filters, says what loops over the raw facts say: facts around
 * midnight and around both changes of the clocks in two zones, told late, again, and corrected, of
 * two clients and in two currencies, folded in batches of any size. Each is asked while they are
 * folded as well, so that no answer of then may be given later.
 */
@ExtendWith(RunningServer.Shared.class)
class ReportsAgainstFactsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final List<ClientId> CLIENTS = List.of(new ClientId(1), new ClientId(2));
  private static final int ORDERS = 300;
  private static final int QUESTIONS_PER_REPORT = 14;

  private final long seed = new Random().nextLong();
  private final RandomFacts random = new RandomFacts(seed);
  private final List<VersionedFact> changes = new ArrayList<>();
  private final List<Contribution> increments = new ArrayList<>();
  private final Ticking clock = new Ticking();

  @Test
  void everyReportSaysWhatItsFactsSay(RunningServer server) throws Exception {
    RawFacts facts = facts();
    try (Database database = Database.open(server.newDatabase("report_check"), 1)) {
      RollUpStore store = new PostgresRollUpStore(database);
      ReportPlaces places = new ReportPlaces(ReportsAgainstFactsTest::places);
      AnswerReport reports = new AnswerReport(store, places, clock);
      List<ReportQuestion> questions = questions();
      fold(
          store,
          () -> {
            clock.pass();
            questions.forEach(reports::answer);
          });
      clock.pass();
      int rows = 0;
      for (ReportQuestion question : questions) {
        Answered answered = reports.answer(question);
        assertThat(answered.calls()).isLessThanOrEqualTo(4);
        try {
          new ReportCheck(facts, question, answered.table()).check(clock.instant());
        } catch (AssertionError wrong) {
          throw new AssertionError("seed " + seed + ", " + question, wrong);
        }
        rows += answered.table().rows().size();
      }
      assertThat(rows).isPositive();
    }
  }

  /** Each time anybody looks, at least a second has passed. */
  private static final class Ticking extends Clock {
    private Instant now = NOW;

    void pass() {
      now = now.plusSeconds(1);
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

  private List<ReportQuestion> questions() {
    List<ReportQuestion> questions = new ArrayList<>();
    for (Report report : Report.values()) {
      for (int i = 0; i < QUESTIONS_PER_REPORT; i++) {
        questions.add(question(report));
      }
    }
    return questions;
  }

  private static List<Place> places(ClientId client) {
    return IntStream.rangeClosed(1, 8)
        .filter(id -> (id - 1) / 4 + 1 == client.value())
        .mapToObj(id -> new Place(id, SlowReports.code(id), RawFacts.zone(id)))
        .toList();
  }

  private RawFacts facts() {
    List<OrderFact> latest = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      ClientId client = random.one(CLIENTS);
      UUID id = new UUID(i, i);
      Instant placed = random.moment();
      int versions = 1 + random.below(3);
      OrderFact order = null;
      for (int version = 1; version <= versions; version++) {
        order = random.order(client, id, version, placed);
        changes.add(RawFacts.toRollUp(order));
      }
      latest.add(order);
    }
    List<Movement> movements = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<Walk> walks = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      ClientId client = random.one(CLIENTS);
      movements.add(random.movement(client));
      refusals.add(random.refusal(client));
      walks.add(random.walk(client));
    }
    movements.forEach(one -> increments.add(one.toRollUp()));
    refusals.forEach(one -> increments.addAll(one.toRollUp()));
    walks.forEach(one -> changes.add(one.toRollUp()));
    return new RawFacts(latest, movements, refusals, walks);
  }

  /** Older versions come late, and some things are told twice. */
  private void fold(RollUpStore store, Runnable afterEach) {
    Random order = new Random(seed);
    changes.addAll(changes.subList(0, ORDERS / 3));
    Collections.shuffle(changes, order);
    Collections.shuffle(increments, order);
    long mark = store.mark().value();
    int change = 0;
    int increment = 0;
    while (change < changes.size() || increment < increments.size()) {
      int nextChange = Math.min(changes.size(), change + order.nextInt(200));
      int nextIncrement = Math.min(increments.size(), increment + order.nextInt(300));
      Map<UUID, VersionedFact> newest = new LinkedHashMap<>();
      for (VersionedFact one : changes.subList(change, nextChange)) {
        newest.merge(one.id(), one, (a, b) -> a.version() > b.version() ? a : b);
      }
      FactBatch batch =
          new FactBatch(
              mark,
              mark + 1,
              NOW,
              List.copyOf(newest.values()),
              increments.subList(increment, nextIncrement));
      assertThat(store.fold(batch)).isTrue();
      afterEach.run();
      mark++;
      change = nextChange;
      increment = nextIncrement;
    }
  }

  private ReportQuestion question(Report report) {
    LocalDate to = LocalDate.ofInstant(random.moment(), ZoneOffset.UTC);
    LocalDate from = to.minusDays(random.one(List.of(0, 1, 6, 27, 61, 92, 365, 700)));
    List<Step> steps = new ArrayList<>(report.steps());
    Step step = steps.isEmpty() ? null : random.one(steps);
    if (step == Step.HOUR && from.isBefore(to.minusDays(92))) {
      step = Step.DAY;
    }
    if (report == Report.STOCK && random.below(2) == 0) {
      step = null;
    }
    ClientId client = random.one(CLIENTS);
    Map<Dimension, List<String>> filters = new EnumMap<>(Dimension.class);
    for (Dimension dimension : report.filters()) {
      if (random.below(4) == 0) {
        filters.put(dimension, codes(dimension, client));
      }
    }
    String currency = random.below(3) == 0 ? "EUR" : null;
    LocalDate payday = report == Report.PAYDAY ? Paydays.latest(to) : null;
    return new ReportQuestion(client, report, from, to, step, filters, currency, payday);
  }

  private List<String> codes(Dimension dimension, ClientId client) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i <= random.below(2); i++) {
      codes.add(
          switch (dimension) {
            case LOCATION -> SlowReports.code(random.place(client));
            case CARRIER -> random.one(RandomFacts.CARRIERS);
            case SERVICE -> random.one(RandomFacts.SERVICES);
            case CATEGORY -> random.one(RandomFacts.CATEGORIES.subList(0, 2));
          });
    }
    return codes;
  }
}
