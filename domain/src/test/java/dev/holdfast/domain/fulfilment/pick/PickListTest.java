package dev.holdfast.domain.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.fulfilment.pick.ShortPick.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class PickListTest {
  private static final PickItem SOAP = new PickItem("shop", "SOAP", null);
  private static final PickItem MILK_A = new PickItem("shop", "MILK", "A");
  private static final PickItem MILK_B = new PickItem("shop", "MILK", "B");
  private static final Slot NEAR = Floors.slot(0, 1);
  private static final Slot FAR = Floors.slot(0, 8);

  private static PickList list(PickTask... tasks) {
    return PickList.of(new ShortestWalk(Floors.SMALL), List.of(tasks));
  }

  private static PickTask task(String order, PickItem item, long quantity, Slot slot) {
    return new PickTask(order, item, quantity, slot);
  }

  @Example
  void stopsFollowTheWalkAndSayWhatGoesIntoWhichTote() {
    PickList list =
        list(
            task("o2", MILK_B, 1, FAR),
            task("o1", SOAP, 2, NEAR),
            task("o2", SOAP, 1, NEAR),
            task("o1", MILK_A, 3, FAR),
            task("o2", SOAP, 4, NEAR));

    assertThat(list.orders()).containsExactly("o2", "o1");
    assertThat(list.stops())
        .containsExactly(
            new PickStop(NEAR, List.of(new Pick(SOAP, 5, "o2", 0), new Pick(SOAP, 2, "o1", 1))),
            new PickStop(FAR, List.of(new Pick(MILK_A, 3, "o1", 1), new Pick(MILK_B, 1, "o2", 0))));
    assertThat(list.walk().stops()).containsExactly(NEAR, FAR);
    assertThat(list.walk().lengthMm()).isEqualTo(2 * 9_500);
  }

  @Example
  void aListWithoutTasksIsEmpty() {
    assertThat(list().stops()).isEmpty();
    assertThat(list().walk().lengthMm()).isZero();
  }

  @Example
  void nothingToPickIsAnErrorOfTheCaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> task("o1", SOAP, 0, NEAR));
    PickStop stop = new PickStop(NEAR, List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> ShortPick.at(stop, SOAP, -1));
  }

  @Example
  void aShortPickServesAsManyOrdersAsItCan() {
    PickStop stop =
        list(
                task("large", SOAP, 5, NEAR),
                task("small", SOAP, 1, NEAR),
                task("middle", SOAP, 2, NEAR),
                task("other", MILK_A, 9, NEAR))
            .stops()
            .getFirst();

    ShortPick shortPick = ShortPick.at(stop, SOAP, 4);

    assertThat(shortPick.picks())
        .containsExactly(
            new Pick(SOAP, 1, "large", 0),
            new Pick(SOAP, 1, "small", 1),
            new Pick(SOAP, 2, "middle", 2));
    assertThat(shortPick.missing()).containsExactly(new Missing("large", 0, 4));
    assertThat(shortPick.slot()).isEqualTo(NEAR);
  }

  @Example
  void anotherLotOfTheSameSkuIsNotMissing() {
    PickStop stop =
        list(task("o1", MILK_A, 2, NEAR), task("o2", MILK_B, 2, NEAR)).stops().getFirst();

    ShortPick shortPick = ShortPick.at(stop, MILK_B, 0);

    assertThat(shortPick.picks()).isEmpty();
    assertThat(shortPick.missing()).containsExactly(new Missing("o2", 1, 2));
  }

  @Property(tries = 300)
  void nothingIsLostAndNoOtherDivisionCompletesMoreOrders(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int orders) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Pick> picks = new ArrayList<>();
    for (int tote = 0; tote < orders; tote++) {
      picks.add(new Pick(SOAP, random.nextInt(1, 10), "o" + tote, tote));
    }
    long wanted = picks.stream().mapToLong(Pick::quantity).sum();
    long found = random.nextLong(wanted + 3);

    ShortPick shortPick = ShortPick.at(new PickStop(NEAR, picks), SOAP, found);

    long got = shortPick.picks().stream().mapToLong(Pick::quantity).sum();
    long missing = shortPick.missing().stream().mapToLong(Missing::quantity).sum();
    assertThat(got).isEqualTo(Math.min(found, wanted));
    assertThat(got + missing).isEqualTo(wanted);
    assertThat(orders - shortPick.missing().size()).isEqualTo(mostComplete(picks, found));
  }

  private static int mostComplete(List<Pick> picks, long found) {
    int most = 0;
    for (int chosen = 0; chosen < 1 << picks.size(); chosen++) {
      long needed = 0;
      for (int tote = 0; tote < picks.size(); tote++) {
        needed += (chosen & (1 << tote)) == 0 ? 0 : picks.get(tote).quantity();
      }
      most = needed <= found ? Math.max(most, Integer.bitCount(chosen)) : most;
    }
    return most;
  }
}
