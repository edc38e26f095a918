package dev.holdfast.bench.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final String HEADER = "second,lookups,queries,searches,reservations,sales";

  @Test
  void theBusiestRowReachesTheRateAndTheOthersTheirShareOfIt() {
    Trace trace = Trace.parse(List.of(HEADER, "0,10,0,0,0,0", "60,40,0,0,0,0"));

    Replay replay = Replay.of(trace, 4_000, Duration.ofSeconds(20));

    long half = TimeUnit.SECONDS.toNanos(10);
    long before = Arrays.stream(replay.dueNanos()).filter(due -> due < half).count();
    assertThat((double) before).isCloseTo(10_000, within(500.0));
    assertThat((double) (replay.count() - before)).isCloseTo(40_000, within(1_000.0));
  }

  @Test
  void requestsAreDueInOrderAndWithinTheTime() {
    Replay replay = Replay.of(PaydayModel.trace(), 500, Duration.ofSeconds(30));

    assertThat(replay.dueNanos()).isSorted();
    assertThat(replay.dueNanos()[0]).isNotNegative();
    assertThat(replay.dueNanos()[replay.count() - 1])
        .isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(30));
  }

  @Test
  void kindsComeInTheSharesOfTheTrace() {
    Trace trace = Trace.parse(List.of(HEADER, "0,80,0,0,15,5", "60,80,0,0,15,5"));

    Replay replay = Replay.of(trace, 10_000, Duration.ofSeconds(2));

    double lookups = share(replay, Kind.LOOKUP);
    assertThat(lookups).isCloseTo(0.8, within(0.02));
    assertThat(share(replay, Kind.RESERVE)).isCloseTo(0.15, within(0.02));
    assertThat(share(replay, Kind.QUERY)).isZero();
  }

  @Test
  void theSameDayIsReplayedEveryTime() {
    Trace trace = PaydayModel.trace();

    assertThat(Replay.of(trace, 100, Duration.ofSeconds(10)).dueNanos())
        .isEqualTo(Replay.of(trace, 100, Duration.ofSeconds(10)).dueNanos());
  }

  private static double share(Replay replay, Kind kind) {
    return (double) Arrays.stream(replay.kinds()).filter(one -> one == kind).count()
        / replay.count();
  }
}
