package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.domain.stock.lot.LotShare;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.LotStore.LotFilter;
import dev.holdfast.storage.api.LotStore.LotRow;
import dev.holdfast.storage.api.LotStore.OverLot;
import dev.holdfast.storage.api.StockLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lots are written with the goods that come into them and are read as what is left of them. */
public abstract class LotContract {
  private static final LotFilter ANY = new LotFilter(null, null, null);

  /** Far ahead, so that no lot of another test is over before one of these. */
  private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

  private Scene scene;
  private PositionKey milk;

  /** The store under test: the same one at every call. */
  protected abstract StoreFixture store();

  /** The lots of that store. */
  protected abstract LotStore lots();

  @BeforeEach
  final void openScene() {
    scene = new Scene(store());
    milk = position("MILK", "LIS");
  }

  private PositionKey position(String sku, String location) {
    return PositionKey.of(
        store().newSku(scene.client, sku, "Fresh " + sku, new Scale(0)),
        store().newLocation(scene.client, location));
  }

  private static MoveStock receive(
      PositionKey position, String lot, LocalDate expires, long quantity) {
    return new MoveStock(
        Movement.RECEIVE, List.of(line(position, quantity)), Map.of(0, new LotMark(lot, expires)));
  }

  private static MoveStock writeOff(
      PositionKey position, String lot, LocalDate expires, long quantity) {
    return new MoveStock(
        Movement.WRITE_OFF,
        List.of(line(position, quantity)),
        Map.of(0, new LotMark(lot, expires)));
  }

  private List<LotRow> listed(LotFilter filter, int limit) {
    return Scene.allPages(after -> lots().list(scene.client, filter, after, limit));
  }

  private List<String> left(PositionKey position) {
    LotStore.Dated dated = lots().dated(scene.client, position);
    return dated.lots().left(dated.onHand()).stream()
        .map(share -> share.lot() + " " + share.quantity())
        .toList();
  }

  @Test
  void goodsThatLeaveAreOfTheLotThatExpiresFirst() {
    scene.done(receive(milk, "B", MONDAY.plusDays(1), 5));
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(move(Movement.SELL, line(milk, 3)));

    assertThat(left(milk)).containsExactly("A 2", "B 5");
    assertThat(listed(ANY, 10))
        .extracting(LotRow::lot, LotRow::expires, LotRow::received, LotRow::left, LotRow::sku)
        .containsExactly(
            tuple("A", MONDAY, 5L, 2L, "MILK"), tuple("B", MONDAY.plusDays(1), 5L, 5L, "MILK"));
    LocalDate today = LocalDate.ofInstant(store().now(), ZoneOffset.UTC);
    assertThat(listed(ANY, 1).getFirst())
        .returns("Fresh MILK", LotRow::skuName)
        .returns("LIS", LotRow::location)
        .satisfies(row -> assertThat(row.today()).isBetween(today.minusDays(1), today));
  }

  @Test
  void aLotThatIsGoneDoesNotComeBackWithOtherGoods() {
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(move(Movement.SELL, line(milk, 5)));
    assertThat(left(milk)).isEmpty();

    scene.done(move(Movement.RETURN, line(milk, 2)));
    scene.done(move(Movement.COUNT, line(milk, 9)));
    assertThat(left(milk)).isEmpty();
    assertThat(listed(ANY, 10)).isEmpty();

    scene.done(receive(milk, "A", MONDAY, 1));
    assertThat(listed(ANY, 10))
        .extracting(LotRow::received, LotRow::left)
        .containsExactly(tuple(6L, 1L));
  }

  @Test
  void commandsOfOneBatchAreFollowedInTheirOrder() {
    scene.settled(
        List.of(
            scene.command(receive(milk, "A", MONDAY, 5)),
            scene.command(move(Movement.SELL, line(milk, 5))),
            scene.command(move(Movement.RECEIVE, line(milk, 4))),
            scene.command(receive(milk, "B", MONDAY, 3)),
            scene.command(writeOff(milk, "B", MONDAY, 1))));

    assertThat(left(milk)).containsExactly("B 2");
    assertThat(scene.balance(milk).onHand()).isEqualTo(6);
  }

  @Test
  void onlyWhatIsLeftOfALotIsWrittenOff() {
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(receive(milk, "B", MONDAY.plusDays(1), 5));
    scene.done(move(Movement.SELL, line(milk, 3)));

    Outcome.Refused refused = scene.refused(writeOff(milk, "A", MONDAY, 3));
    assertThat(refused.refusal()).isEqualTo(Refusal.NOT_ON_HAND);
    assertThat(refused.lines().getFirst().available()).isEqualTo(2);

    scene.done(writeOff(milk, "A", MONDAY, 2));
    assertThat(left(milk)).containsExactly("B 5");
  }

  @Test
  void reservedGoodsThatAreWrittenOffAreAShortfall() {
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(reserve(line(milk, 4)));

    scene.done(writeOff(milk, "A", MONDAY, 5));

    assertThat(scene.balance(milk)).extracting(Balance::shortfall).isEqualTo(4L);
  }

  @Test
  void lotsAreListedByPlaceAndSkuAndDayInPagesOfAnySize() {
    PositionKey cream = position("CREAM", "OPO");
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(receive(cream, "B", MONDAY, 5));
    scene.done(receive(cream, "A", MONDAY, 5));
    scene.done(receive(milk, "Z", MONDAY.minusDays(1), 5));

    for (int limit : List.of(1, 2, 3, 4, 5)) {
      assertThat(listed(ANY, limit)).extracting(LotRow::lot).containsExactly("Z", "A", "A", "B");
      assertThat(listed(new LotFilter(cream.locationId(), null, null), limit))
          .extracting(LotRow::lot)
          .containsExactly("A", "B");
      assertThat(listed(new LotFilter(null, milk.skuId(), null), limit))
          .extracting(LotRow::lot)
          .containsExactly("Z", "A");
      assertThat(listed(new LotFilter(null, null, MONDAY), limit))
          .extracting(LotRow::lot)
          .containsExactly("Z");
    }
    for (String cursor : List.of("", "nonsense", "' or 1=1 --")) {
      assertThatExceptionOfType(BadCursorException.class)
          .isThrownBy(() -> lots().list(scene.client, ANY, cursor, 1));
    }
  }

  @Test
  void nobodySeesTheLotsOfAnotherClient() {
    scene.done(receive(milk, "A", MONDAY, 5));
    Scene stranger = new Scene(store());

    assertThat(lots().list(stranger.client, ANY, null, 10).items()).isEmpty();
    assertThat(lots().dated(stranger.client, milk).onHand()).isZero();
    assertThat(lots().dated(stranger.client, milk).lots().all()).isEmpty();
  }

  @Test
  void aLotIsOverWhenItsLastDayIsOver() {
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(receive(milk, "B", MONDAY.plusDays(1), 5));
    scene.done(move(Movement.SELL, line(milk, 2)));
    Instant midnight = MONDAY.plusDays(1).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);

    assertThat(over(midnight.minusMillis(1))).isNull();
    assertThat(over(midnight)).isEqualTo(new OverLot(scene.client, milk, "A", MONDAY, 5, 3));

    scene.done(writeOff(milk, "A", MONDAY, 3));
    assertThat(over(midnight)).isNull();
  }

  private @Nullable OverLot over(Instant at) {
    List<OverLot> own = new ArrayList<>();
    for (OverLot lot : lots().over(at, StockLedger.MAX_BATCH)) {
      if (lot.client().equals(scene.client)) {
        own.add(lot);
      }
    }
    assertThat(own).hasSizeLessThan(2);
    return own.isEmpty() ? null : own.getFirst();
  }

  @Test
  void aPickerFindsTheGoodsOfALotWhereTheBooksHaveThem() {
    scene.done(receive(milk, "A", MONDAY, 5));
    scene.done(move(Movement.RECEIVE, line(milk, 2)));
    LotStore.Dated dated = lots().dated(scene.client, milk);

    assertThat(dated.lots().left(dated.onHand())).containsExactly(new LotShare("A", MONDAY, 5));
    assertThat(dated.lots().undated(dated.onHand())).isEqualTo(2);
    assertThat(dated.reserved()).isZero();
    PositionKey elsewhere = PositionKey.of(milk.skuId(), store().newLocation(scene.client));
    scene.done(receive(elsewhere, "B", MONDAY, 3));
    Map<PositionKey, LotStore.Dated> everywhere = lots().dated(scene.client, milk.skuId());
    assertThat(everywhere).containsOnlyKeys(milk, elsewhere);
    for (PositionKey here : everywhere.keySet()) {
      LotStore.Dated one = lots().dated(scene.client, here);
      assertThat(everywhere.get(here).onHand()).isEqualTo(one.onHand());
      assertThat(everywhere.get(here).lots().all()).isEqualTo(one.lots().all());
    }
  }
}
