package dev.holdfast.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class LatenciesTest {
  private static final long LONGEST_NANOS = Duration.ofSeconds(68).toNanos();

  @Property
  void aDurationIsToldAtMostASixteenthTooLong(
      @ForAll @LongRange(min = 0, max = 68_000_000_000L) long nanos) {
    Latencies latencies = new Latencies();
    latencies.add(nanos);

    long told = latencies.counts().percentile(99).toNanos();

    assertThat(told).isGreaterThan(nanos);
    // Of what is short, in units of about a microsecond.
    assertThat(told - nanos).isLessThanOrEqualTo(Math.max(1_024, nanos / 16 + 1_024));
  }

  @Example
  void whatIsOutsideCountsAsTheNearest() {
    Latencies latencies = new Latencies();
    latencies.add(-5);
    latencies.add(Long.MAX_VALUE);

    LatencyCounts counts = latencies.counts();

    assertThat(counts.total()).isEqualTo(2);
    assertThat(counts.percentile(50)).isEqualTo(Duration.ofNanos(1_024));
    assertThat(counts.percentile(100).toNanos()).isGreaterThan(LONGEST_NANOS);
  }

  @Example
  void aPercentileIsWhatSoManyDidNotExceed() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 99; i++) {
      latencies.add(100_000);
    }
    latencies.add(50_000_000);

    LatencyCounts counts = latencies.counts();

    assertThat(counts.percentile(50).toNanos()).isBetween(100_000L, 107_000L);
    assertThat(counts.percentile(99).toNanos()).isBetween(100_000L, 107_000L);
    assertThat(counts.percentile(99.1).toNanos()).isBetween(50_000_000L, 54_000_000L);
  }

  @Example
  void severalAreSummedAndWhatWasBeforeIsLeftOut() {
    Latencies one = new Latencies();
    Latencies other = new Latencies();
    one.add(1_000_000);
    LatencyCounts before = Latencies.sum(List.of(one, other));
    one.add(2_000);
    other.add(2_000);

    LatencyCounts since = Latencies.sum(List.of(one, other)).since(before);

    assertThat(since.total()).isEqualTo(2);
    assertThat(since.percentile(99).toNanos()).isBetween(2_000L, 3_100L);
    assertThat(before.since(before).percentile(99)).isNull();
  }
}
