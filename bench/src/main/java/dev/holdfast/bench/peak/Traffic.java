package dev.holdfast.bench.peak;

import dev.holdfast.bench.load.AnswerListener;
import dev.holdfast.bench.load.LoadGenerator;
import dev.holdfast.bench.load.LoadPlan;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.load.RequestSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Sends traffic to a server and remembers what was acknowledged over all runs. */
final class Traffic {
  private static final int OK = 200;
  private static final int CREATED = 201;

  /** Far more than the server works on at once, so that it is never the generator that waits. */
  private static final int OPEN_CONNECTIONS = 256;

  private static final Duration SLACK = Duration.ofSeconds(5);

  private final URI target;
  private long reserved;
  private long unanswered;

  Traffic(URI target) {
    this.target = target;
  }

  /** As fast as the answers come. */
  LoadResult closed(RequestSource source, int connections, Duration time)
      throws IOException, InterruptedException {
    return run(LoadPlan.closed(target, connections, time, source));
  }

  /** A planned day. */
  LoadResult replay(Replay replay, RequestSource source, AnswerListener listener, Duration time)
      throws IOException, InterruptedException {
    return run(
        LoadPlan.closed(target, OPEN_CONNECTIONS, time.plus(SLACK), source)
            .at(Pace.at(replay.dueNanos()))
            .upTo(replay.count())
            .heardBy(listener));
  }

  private LoadResult run(LoadPlan plan) throws IOException, InterruptedException {
    LoadResult load = new LoadGenerator(1).run(plan.expecting(Set.of(OK, CREATED)));
    reserved += load.answers(CREATED);
    unanswered += load.broken();
    return load;
  }

  /** Answers per second that did what was asked. */
  static double perSecond(LoadResult load) {
    return load.perSecond(OK) + load.perSecond(CREATED);
  }

  /** Requests that were not answered as asked. */
  static long errors(LoadResult load, long requests) {
    return requests - load.answers(OK) - load.answers(CREATED);
  }

  /** Reservations that were acknowledged: nothing else is answered with 201. */
  long reserved() {
    return reserved;
  }

  long unanswered() {
    return unanswered;
  }
}
