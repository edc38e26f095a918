package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.transit.Choice;
import dev.holdfast.domain.fulfilment.transit.ServiceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The cheapest service in time for one carton, beside a scan of the same rows. */
@Command(
    name = "rates",
    description = {
      "How long it takes to choose the cheapest of seven services of three carriers that arrives",
      "in time, with every charge, step and reason; against a linear scan of the same tariffs."
    })
public final class Rates extends ReportingCommand {
  private static final double BAR_MICROS = 50;
  private static final int QUESTIONS = 20_000;
  private static final int QUICK_QUESTIONS = 2_000;
  private static final int WARM_UPS = 5;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  @Option(
      names = "--rounds",
      defaultValue = "7",
      description = "Rounds in which the ways take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seed",
      defaultValue = "5",
      description = "The seed of tariffs and cartons (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Keeps the compiler from leaving out work whose result nobody reads. */
  private long blackHole;

  /** One way to an answer, with what its rounds took. */
  private static final class Way {
    private final String name;
    private final Function<Question, Object> work;
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> tails = new ArrayList<>();

    Way(String name, Function<Question, Object> work) {
      this.name = name;
      this.work = work;
    }

    double median() {
      return middle(medians);
    }

    double tail() {
      return middle(tails);
    }

    private static double middle(List<Double> rounds) {
      return Numbers.median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  @Override
  protected String commandName() {
    return "bench rates";
  }

  @Override
  protected void measure(Report report, Progress progress) {
    int turns = quick() ? 1 : Math.max(1, rounds);
    progress.expect(3 + turns);
    progress.step("making tariffs");
    Country country = new Country(seed);
    List<Offer> offers = country.offers();
    RateBook book = RateBook.of(offers.stream().map(offer -> Tariff.of(offer.tariff())).toList());
    ServiceChoice choice = new ServiceChoice(book, offers.stream().map(Offer::calendar).toList());
    LinearScan scan = new LinearScan(offers);
    List<Question> questions =
        Questions.draw(country.origins(), quick() ? QUICK_QUESTIONS : QUESTIONS, seed + 1);
    progress.step("comparing answers");
    compare(report, choice, scan, questions);
    List<Way> ways =
        List.of(
            new Way("full choice, with reasons", question -> ask(choice, question)),
            new Way("price of the choice alone", question -> price(choice, question)),
            new Way("linear scan, choice alone", scan::cheapest));
    progress.step("warming up");
    for (int i = 0; i < (quick() ? 1 : WARM_UPS); i++) {
      ways.forEach(way -> time(way, questions));
    }
    ways.forEach(way -> way.medians.clear());
    ways.forEach(way -> way.tails.clear());
    for (int turn = 1; turn <= turns; turn++) {
      progress.step("round " + turn + " of " + turns);
      ways.forEach(way -> time(way, questions));
    }
    show(report, offers, ways);
  }

  private static Choice ask(ServiceChoice choice, Question question) {
    return choice.cheapest(
        List.of(question.parcel()),
        question.origin(),
        question.destination(),
        question.release(),
        question.promised());
  }

  private static Long price(ServiceChoice choice, Question question) {
    return choice.cheapestPrice(
        List.of(question.parcel()),
        question.origin(),
        question.destination(),
        question.release(),
        question.promised());
  }

  private void time(Way way, List<Question> questions) {
    Histogram nanos = new Histogram(HIGHEST_NANOS, 3);
    for (Question question : questions) {
      long start = System.nanoTime();
      Object answer = way.work.apply(question);
      nanos.recordValue(Math.min(HIGHEST_NANOS, System.nanoTime() - start));
      blackHole += answer.hashCode();
    }
    way.medians.add((double) nanos.getValueAtPercentile(50));
    way.tails.add((double) nanos.getValueAtPercentile(99));
  }

  private static Answer answer(Choice choice) {
    Choice.Chosen chosen = choice.chosen();
    return chosen == null
        ? Answer.NONE
        : new Answer(
            chosen.quote().service(), chosen.quote().total().minor(), chosen.arrival().date());
  }

  private static void compare(
      Report report, ServiceChoice choice, LinearScan scan, List<Question> questions) {
    long different = 0;
    long unpriced = 0;
    long unreachable = 0;
    for (Question question : questions) {
      Answer ours = answer(ask(choice, question));
      different += ours.equals(scan.cheapest(question)) ? 0 : 1;
      long price = price(choice, question);
      unpriced += price == (ours.service() == null ? Tariff.NO_PRICE : ours.minor()) ? 0 : 1;
      unreachable += ours.service() == null ? 1 : 0;
    }
    report.correctness("answers that differ from the scan", different, Relation.EXACTLY, 0);
    report.correctness("prices that differ from the choice", unpriced, Relation.EXACTLY, 0);
    report.figure("cartons", questions.size());
    report.figure("unreachable_promises", unreachable);
    report.note(
        Numbers.text(questions.size())
            + " random cartons; for "
            + Numbers.text(unreachable)
            + " no service arrives by the promise.");
  }

  private void show(Report report, List<Offer> offers, List<Way> ways) {
    Table table = new Table("one carton", "p50 us", "p99 us");
    for (Way way : ways) {
      table.row(
          way.name,
          Numbers.text(Numbers.micros(way.median())),
          Numbers.text(Numbers.micros(way.tail())));
    }
    long rows = 0;
    for (Offer offer : offers) {
      rows += offer.tariff().zones().size();
    }
    report.table(
        offers.size() + " services, " + Numbers.text(rows) + " zone rows: all of them asked",
        table);
    Way full = ways.getFirst();
    Way baseline = ways.getLast();
    double ratio = baseline.median() / full.median();
    report.note(
        "The scan takes %s times as long, median to median.".formatted(Numbers.text(ratio)));
    report.figure("p50_us", Numbers.micros(full.median()));
    report.figure("p99_us", Numbers.micros(full.tail()));
    report.figure("price_alone_p50_us", Numbers.micros(ways.get(1).median()));
    report.figure("scan_p50_us", Numbers.micros(baseline.median()));
    report.figure("scan_p99_us", Numbers.micros(baseline.tail()));
    report.figure("scan_ratio", ratio);
    report.speed("p50 us", Numbers.micros(full.median()), Relation.LESS_THAN, BAR_MICROS);
    report.speed("p99 us", Numbers.micros(full.tail()), Relation.LESS_THAN, BAR_MICROS);
    if (blackHole == 0) {
      report.note("Every answer was empty.");
    }
  }
}
