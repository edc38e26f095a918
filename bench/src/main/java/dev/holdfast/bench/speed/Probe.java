package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.load.AnswerListener;
import dev.holdfast.bench.load.LoadGenerator;
import dev.holdfast.bench.load.LoadPlan;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.load.RequestSource;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.load.TemplateSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Reservations at a steady pace of positions that a stream watches: how long after its answer, and
 * how long after it was sent, did the change arrive on the stream? One generator thread.
 */
final class Probe implements RequestSource, AnswerListener {
  private static final int CONNECTIONS = 32;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Duration LAST = Duration.ofSeconds(10);
  private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

  private final List<Burst.Position> positions;
  private final TemplateSource templates;
  private final long[] sent;
  private final long[] answered;
  private final long[] versions;

  private Probe(Api api, List<Burst.Position> positions, int count) {
    this.positions = positions;
    List<RequestTemplate> requests = new ArrayList<>();
    String prefix = Reservations.freshPrefix();
    positions.forEach(position -> requests.add(Reservations.one(api, position, prefix)));
    this.templates = new TemplateSource(requests);
    this.sent = new long[count];
    this.answered = new long[count];
    this.versions = new long[count];
  }

  /**
   * What a run showed.
   *
   * @param load the reservations themselves
   * @param afterAnswer from the arrival of an answer to the arrival of its change on the stream; 0
   *     where the stream was faster
   * @param afterSend from the sending of the reservation
   * @param missing changes that were acknowledged and never seen
   */
  record Seen(LoadResult load, Histogram afterAnswer, Histogram afterSend, long missing) {}

  /**
   * Reserves at this rate for a while.
   *
   * @param api of the node that takes the reservations
   * @param watched of the node whose stream is watched
   * @param positions all of one SKU
   */
  static Seen run(
      Api api, Api watched, List<Burst.Position> positions, double perSecond, Duration time)
      throws IOException, InterruptedException {
    int count = (int) Math.max(1, perSecond * time.toMillis() / 1e3);
    Probe probe = new Probe(api, positions, count);
    try (Sightings sightings = Sightings.open(watched, positions.getFirst().sku())) {
      LoadPlan plan =
          LoadPlan.closed(api.base(), CONNECTIONS, time.plusSeconds(1), probe)
              .at(Pace.open(perSecond))
              .upTo(count)
              .heardBy(probe);
      return probe.compare(new LoadGenerator(1).run(plan), sightings.seen());
    }
  }

  @Override
  public void write(long number, ByteBuffer target) {
    templates.write(number, target);
    sent[(int) number] = System.nanoTime();
  }

  @Override
  public void answered(long number, int status, ByteBuffer body) {
    long now = System.nanoTime();
    Matcher version = VERSION.matcher(StandardCharsets.UTF_8.decode(body.duplicate()));
    if (status == Burst.CREATED && version.find()) {
      answered[(int) number] = now;
      versions[(int) number] = Long.parseLong(version.group(1));
    }
  }

  private Seen compare(LoadResult load, SeenVersions seenVersions) {
    Histogram afterAnswer = new Histogram(HIGHEST_NANOS, 3);
    Histogram afterSend = new Histogram(HIGHEST_NANOS, 3);
    long missing = 0;
    long giveUp = System.nanoTime() + LAST.toNanos();
    for (int number = 0; number < versions.length; number++) {
      if (versions[number] == 0) {
        continue;
      }
      String location = positions.get(templates.template(number)).location();
      Long seen = seenVersions.firstFrom(location, versions[number]);
      while (seen == null && System.nanoTime() - giveUp < 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        seen = seenVersions.firstFrom(location, versions[number]);
      }
      if (seen == null) {
        missing++;
      } else {
        afterAnswer.recordValue(Math.clamp(seen - answered[number], 0, HIGHEST_NANOS));
        afterSend.recordValue(Math.clamp(seen - sent[number], 0, HIGHEST_NANOS));
      }
    }
    return new Seen(load, afterAnswer, afterSend, missing);
  }
}
