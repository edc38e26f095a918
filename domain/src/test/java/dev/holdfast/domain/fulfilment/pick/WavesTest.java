package dev.holdfast.domain.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.fulfilment.pick.Wave.Closed;
import dev.holdfast.domain.fulfilment.pick.Waves.Held;
import dev.holdfast.domain.fulfilment.pick.Waves.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class WavesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-03-02T18:00:00Z");
  private static final WaveLimits LIMITS = new WaveLimits(3, 10);

  private static WaveOrder order(String id, String carrier, Instant cutOff, long units) {
    return new WaveOrder(id, carrier, cutOff, units);
  }

  @Example
  void theMostUrgentCutOffComesFirstAndCarriersAreApart() {
    List<WaveOrder> orders =
        List.of(
            order("1", "Kite", EVENING, 1),
            order("2", "Kite", NOON, 1),
            order("3", "Anchor", EVENING, 1),
            order("4", "Kite", EVENING, 1));

    Waves waves = Waves.of(orders, LIMITS, NOON);

    assertThat(waves.held()).isEmpty();
    assertThat(waves.waves())
        .containsExactly(
            new Wave("Kite", NOON, List.of("2"), 1, Closed.NOTHING_LEFT),
            new Wave("Anchor", EVENING, List.of("3"), 1, Closed.NOTHING_LEFT),
            new Wave("Kite", EVENING, List.of("1", "4"), 2, Closed.NOTHING_LEFT));
  }

  @Example
  void aFullWaveIsFollowedByAnother() {
    List<WaveOrder> orders =
        List.of(
            order("1", "Kite", NOON, 1),
            order("2", "Kite", NOON, 1),
            order("3", "Kite", NOON, 1),
            order("4", "Kite", NOON, 1));

    assertThat(Waves.of(orders, LIMITS, NOON).waves())
        .containsExactly(
            new Wave("Kite", NOON, List.of("1", "2", "3"), 3, Closed.ORDERS_FULL),
            new Wave("Kite", NOON, List.of("4"), 1, Closed.NOTHING_LEFT));
  }

  @Example
  void aSmallOrderFillsTheRoomThatALargeOneLeft() {
    List<WaveOrder> orders =
        List.of(
            order("1", "Kite", NOON, 6), order("2", "Kite", NOON, 7), order("3", "Kite", NOON, 4));

    assertThat(Waves.of(orders, LIMITS, NOON).waves())
        .containsExactly(
            new Wave("Kite", NOON, List.of("1", "3"), 10, Closed.UNITS_FULL),
            new Wave("Kite", NOON, List.of("2"), 7, Closed.NOTHING_LEFT));
  }

  @Example
  void whatNoWaveTakesIsHeldWithItsMend() {
    List<WaveOrder> orders =
        List.of(order("late", "Kite", NOON, 1), order("huge", "Kite", EVENING, 11));

    Waves waves = Waves.of(orders, LIMITS, NOON.plusSeconds(1));

    assertThat(waves.waves()).isEmpty();
    assertThat(waves.held())
        .containsExactly(
            new Held(
                "late",
                Reason.CUT_OFF_PASSED,
                "Order late was to leave with Kite at 2026-03-02T12:00:00Z, and the earliest that"
                    + " can be met is 2026-03-02T12:00:01Z: plan it again for a later cut-off."),
            new Held(
                "huge",
                Reason.TOO_MANY_UNITS,
                "Order huge has 11 units and a wave takes 10: raise the limit, or split the"
                    + " order."));
  }

  @Example
  void limitsAndOrdersOfNothingAreErrorsOfTheCaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WaveLimits(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new WaveLimits(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> order("1", "Kite", NOON, 0));
  }

  @Property(tries = 200)
  void everyOrderIsInOneWaveOrHeldAndLimitsHold(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<WaveOrder> orders = new ArrayList<>();
    for (int order = 0; order < 40; order++) {
      Instant cutOff = NOON.plusSeconds(random.nextInt(3));
      String carrier = random.nextBoolean() ? "Kite" : "Anchor";
      orders.add(order("o" + order, carrier, cutOff, random.nextInt(1, 13)));
    }

    Waves waves = Waves.of(orders, LIMITS, NOON.plusSeconds(1));

    List<String> all = new ArrayList<>(waves.held().stream().map(Held::order).toList());
    for (Wave wave : waves.waves()) {
      all.addAll(wave.orders());
      assertThat(wave.orders()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      assertThat(wave.units()).isLessThanOrEqualTo(10);
      assertThat(orders.stream().filter(order -> wave.orders().contains(order.id())))
          .allMatch(order -> order.carrier().equals(wave.carrier()))
          .allMatch(order -> order.cutOff().equals(wave.cutOff()));
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(orders.stream().map(WaveOrder::id).toList());
  }
}
