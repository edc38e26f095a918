package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.VisitorLimits.Terms;
import dev.holdfast.domain.catalogue.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class VisitorLimitsTest {
  private static final ClientId HARBOR = new ClientId(1);
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);

  private final AtomicLong nanos = new AtomicLong();
  private final VisitorLimits limits = new VisitorLimits(new Terms(60, 6, 2), nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private Visitor visitor(String address) {
    return limits.visitor(HARBOR, address);
  }

  @Test
  void aMinutesWorthMayComeAtOnceAndNoMore() {
    for (int i = 0; i < 60; i++) {
      assertThat(visitor("a").lookUp()).isZero();
    }
    assertThat(visitor("a").isSpent()).isTrue();
    assertThat(visitor("a").lookUp()).isEqualTo(Duration.ofSeconds(1));
    assertThat(visitor("b").isSpent()).isFalse();
    assertThat(visitor("b").lookUp()).isZero();

    pass(Duration.ofSeconds(2));
    assertThat(visitor("a").lookUp()).isZero();
    assertThat(visitor("a").lookUp()).isZero();
    assertThat(visitor("a").lookUp()).isPositive();
  }

  @Test
  void lookupsAndCommandsAreCountedApart() {
    for (int i = 0; i < 6; i++) {
      assertThat(visitor("a").command()).isZero();
    }
    assertThat(visitor("a").command()).isEqualTo(Duration.ofSeconds(10));
    assertThat(visitor("a").lookUp()).isZero();
  }

  @Test
  void theShopsOfTwoClientsDoNotShareAVisitor() {
    for (int i = 0; i < 6; i++) {
      visitor("a").command();
    }
    assertThat(limits.visitor(new ClientId(2), "a").command()).isZero();
  }

  @Test
  void soManyReservationsAreHeldUntilOneEnds() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    assertThat(visitor("a").hold(first, NOW.plusSeconds(60), NOW)).isZero();
    assertThat(visitor("a").hold(second, LATER, NOW)).isZero();
    assertThat(visitor("a").hold(third, LATER, NOW)).isEqualTo(Duration.ofSeconds(60));
    assertThat(visitor("a").hold(second, LATER.plusSeconds(1), NOW)).as("again").isZero();

    assertThat(visitor("a").hold(third, LATER, NOW.plusSeconds(60))).as("in time").isZero();
    assertThat(visitor("a").hold(first, LATER, NOW.plusSeconds(60))).isPositive();
    visitor("a").giveBack(second);
    assertThat(visitor("a").hold(first, LATER, NOW.plusSeconds(60))).as("given back").isZero();
  }

  @Test
  void noughtIsNoLimit() {
    VisitorLimits none = new VisitorLimits(Terms.NONE, nanos::get);
    Visitor anybody = none.visitor(HARBOR, "a");
    for (int i = 0; i < 1_000; i++) {
      assertThat(anybody.lookUp()).isZero();
      assertThat(anybody.command()).isZero();
      assertThat(anybody.hold(UUID.randomUUID(), LATER, NOW)).isZero();
    }
    assertThat(anybody.isSpent()).isFalse();
  }

  @Test
  void aFloodOfAddressesIsForgottenAgain() {
    for (int i = 0; i < 2 * VisitorLimits.MAX_VISITORS; i++) {
      visitor("address " + i).lookUp();
    }
    assertThat(limits.remembered()).isLessThanOrEqualTo(VisitorLimits.MAX_VISITORS);
    pass(Duration.ofHours(2));
    long remembered = limits.remembered();
    // What was written last may still be on its way into the order by which it is forgotten.
    for (int i = 0; i < 100 && remembered > 0; i++) {
      remembered = limits.remembered();
    }
    assertThat(remembered).isZero();
  }
}
