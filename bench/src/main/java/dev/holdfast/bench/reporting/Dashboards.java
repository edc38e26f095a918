package dev.holdfast.bench.reporting;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.load.AnswerListener;
import dev.holdfast.bench.load.LoadGenerator;
import dev.holdfast.bench.load.LoadPlan;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.load.TemplateSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * People of several clients who look at dashboards: the eight reports over the last four weeks,
 * some of one place, some of a year. What they ask is the same in every run of a day.
 */
final class Dashboards {
  private static final int CONNECTIONS = 16;
  private static final int OK = 200;
  private static final int PLACES = 3;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Ages stand before the rows; what is behind them costs the generator, not the server. */
  private static final int HEAD_BYTES = 2_000;

  private static final Pattern AGE = Pattern.compile("\"ageSeconds\":([0-9.]+)");

  private static final List<String> OF_CLIENT =
      List.of(
          "overview?",
          "overview?by=week&from=%s&",
          "hours?",
          "locations?",
          "carriers?",
          "categories?",
          "warehouse?",
          "stock?",
          "payday?");

  private static final List<String> OF_PLACE =
      List.of("overview?", "hours?", "carriers?", "categories?", "warehouse?", "stock?");

  private final Api api;
  private final List<String> names = new ArrayList<>();
  private final List<RequestTemplate> templates = new ArrayList<>();

  Dashboards(Api api) {
    this.api = api;
  }

  /** Adds the dashboard of a client, with some of its places. */
  void add(String key, List<String> places) {
    LocalDate yearAgo = LocalDate.now(ZoneOffset.UTC).minusDays(364);
    for (String one : OF_CLIENT) {
      add(key, one.formatted(yearAgo));
    }
    for (String place : places.subList(0, Math.min(PLACES, places.size()))) {
      OF_PLACE.forEach(one -> add(key, one + "location=" + place));
    }
  }

  private void add(String key, String question) {
    String path = "/v1/reports/" + question.replaceFirst("[?&]$", "");
    names.add(question.substring(0, question.indexOf('?')));
    templates.add(RequestTemplate.get(api.base(), path, key));
  }

  /** Asks for so many reports a second, whether or not the answers keep up. */
  Seen look(double perSecond, Duration time) throws IOException, InterruptedException {
    Sight sight = new Sight(new TemplateSource(templates));
    LoadPlan plan =
        LoadPlan.closed(api.base(), CONNECTIONS, time, sight.source)
            .at(Pace.open(perSecond))
            .expecting(Set.of(OK))
            .heardBy(sight);
    LoadResult load = new LoadGenerator(1).run(plan);
    return new Seen(load, sight.latencies, sight.oldestSeconds);
  }

  /** Different questions that are asked. */
  int questions() {
    return templates.size();
  }

  /**
   * What the people saw.
   *
   * @param latencies by report, nanoseconds from the instant at which a request was due
   * @param oldestSeconds of all answers: everything committed longer ago was counted
   */
  record Seen(LoadResult load, Map<String, Histogram> latencies, double oldestSeconds) {
    double millis(double percentile) {
      return load.latencyNanos(percentile) / 1e6;
    }

    /** Answers that are no report, and requests without any. */
    long others() {
      return load.answers() - load.answers(OK) + load.broken();
    }
  }

  /** Hears the answers, on the generator's thread. */
  private final class Sight implements AnswerListener {
    private final TemplateSource source;
    private final Map<String, Histogram> latencies = new TreeMap<>();
    private double oldestSeconds;

    Sight(TemplateSource source) {
      this.source = source;
    }

    @Override
    public void answered(long number, int status, ByteBuffer body) {
      throw new IllegalStateException("answers are told with their latency");
    }

    @Override
    public void answered(long number, int status, ByteBuffer body, long nanos) {
      latencies
          .computeIfAbsent(
              names.get(source.template(number)), name -> new Histogram(HIGHEST_NANOS, 3))
          .recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
      ByteBuffer head = body.slice(body.position(), Math.min(body.remaining(), HEAD_BYTES));
      Matcher age = AGE.matcher(StandardCharsets.ISO_8859_1.decode(head));
      if (age.find()) {
        oldestSeconds = Math.max(oldestSeconds, Double.parseDouble(age.group(1)));
      }
    }
  }
}
