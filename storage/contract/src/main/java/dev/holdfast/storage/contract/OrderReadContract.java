package dev.holdfast.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.domain.order.OrderState;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are found by their identifier and number, and listed as asked for. */
abstract class OrderReadContract {
  private static final Instant LATE = OrderScene.SHIP_BY.plus(Duration.ofDays(30));

  private Scene scene;
  private int west;
  private int east;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
    west = store().newLocation(scene.client);
    east = store().newLocation(scene.client);
  }

  private OrderScene order(OrderState state, @Nullable Instant shipBy, Integer... locations) {
    OrderScene order = new OrderScene(scene);
    order.state = state;
    order.shipBy = shipBy;
    order.locations = List.of(locations);
    order.done();
    return order;
  }

  private List<String> listed(OrderFilter filter, int limit) {
    return Scene.<Stored>allPages(
            after -> store().orders().list(scene.client, filter, after, limit))
        .stream()
        .map(one -> one.row().number())
        .toList();
  }

  @Test
  void anOrderIsFoundByItsNumberByItsOwnClientOnly() {
    OrderScene order = order(OrderState.PLACED, null);

    assertThat(store().orders().findByNumber(scene.client, order.number))
        .isEqualTo(order.stored())
        .isPresent();
    Scene stranger = new Scene(store());
    assertThat(store().orders().find(stranger.client, order.id)).isEmpty();
    assertThat(store().orders().findByNumber(stranger.client, order.number)).isEmpty();
    assertThat(store().orders().list(stranger.client, OrderFilter.ANY, null, 10).items()).isEmpty();
  }

  @Test
  void theNewestComeFirstPageByPage() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      numbers.addFirst(order(OrderState.PLACED, null).number);
    }

    for (int limit : List.of(1, 3, 7, Page.MAX_LIMIT)) {
      assertThat(listed(OrderFilter.ANY, limit)).isEqualTo(numbers);
    }
  }

  @Test
  void whatMustLeaveFirstComesFirst() {
    Instant soon = OrderScene.SHIP_BY;
    String second = order(OrderState.PLACED, soon.plusSeconds(1)).number;
    String first = order(OrderState.PLACED, soon).number;
    String third = order(OrderState.PLACED, soon.plusSeconds(1)).number;
    order(OrderState.PLACED, null);
    order(OrderState.PLACED, LATE);

    for (int limit : List.of(1, 2, 10)) {
      assertThat(listed(new OrderFilter(null, null, LATE), limit))
          .containsExactly(first, second, third);
    }
  }

  @Test
  void ordersAreListedByStateAndByPlace() {
    Instant soon = OrderScene.SHIP_BY;
    String inWest = order(OrderState.PLACED, soon, west).number;
    String inBoth = order(OrderState.PLACED, soon.plusSeconds(2), west, east).number;
    String shipped = order(OrderState.SHIPPED, soon.plusSeconds(1), east).number;
    String nowhere = order(OrderState.CANCELLED, null).number;

    assertThat(listed(new OrderFilter(null, west, null), 1)).containsExactly(inBoth, inWest);
    assertThat(listed(new OrderFilter(null, east, null), 1)).containsExactly(shipped, inBoth);
    assertThat(listed(new OrderFilter(OrderState.PLACED, null, null), 1))
        .containsExactly(inBoth, inWest);
    assertThat(listed(new OrderFilter(OrderState.CANCELLED, null, null), 1))
        .containsExactly(nowhere);
    assertThat(listed(new OrderFilter(null, east, LATE), 1)).containsExactly(shipped, inBoth);
    assertThat(listed(new OrderFilter(OrderState.PLACED, east, LATE), 1)).containsExactly(inBoth);
  }

  @Test
  void ordersAreListedByTheirPlacingAndByWhatWaits() {
    OrderScene shipped = order(OrderState.SHIPPED, OrderScene.SHIP_BY, west);
    OrderScene packed = order(OrderState.PACKED, OrderScene.SHIP_BY, west, east);
    OrderScene cancelled = order(OrderState.CANCELLED, null);
    Instant second = packed.stored().orElseThrow().createdAt();
    Instant third = cancelled.stored().orElseThrow().createdAt();

    assertThat(listed(placed(second, null, false), 1))
        .containsExactly(cancelled.number, packed.number);
    assertThat(listed(placed(second, third, false), 5)).containsExactly(packed.number);
    assertThat(listed(placed(null, second, false), 5)).containsExactly(shipped.number);
    assertThat(listed(placed(null, null, true), 5)).containsExactly(packed.number);
    assertThat(listed(by("swift", "ground"), 5))
        .containsExactly(cancelled.number, packed.number, shipped.number);
    assertThat(listed(by("nobody", null), 5)).isEmpty();
    assertThat(listed(by(null, "never"), 5)).isEmpty();
  }

  private static OrderFilter placed(@Nullable Instant from, @Nullable Instant to, boolean backlog) {
    return new OrderFilter(null, null, null, from, to, null, null, backlog);
  }

  private static OrderFilter by(@Nullable String carrier, @Nullable String service) {
    return new OrderFilter(null, null, null, null, null, carrier, service, false);
  }

  @Test
  void anOrderMovesFromListToList() {
    OrderScene order = order(OrderState.PLACED, null, west);
    order.state = OrderState.RELEASED;
    order.locations = List.of(east);
    order.done();

    assertThat(listed(new OrderFilter(OrderState.PLACED, null, null), 5)).isEmpty();
    assertThat(listed(new OrderFilter(null, west, null), 5)).isEmpty();
    assertThat(listed(new OrderFilter(OrderState.RELEASED, east, null), 5))
        .containsExactly(order.number);
    Stored stored = order.stored().orElseThrow();
    assertThat(stored.updatedAt()).isAfter(stored.createdAt());
  }

  @Test
  void whatIsNoCursorIsRefused() {
    assertThatThrownBy(() -> store().orders().list(scene.client, OrderFilter.ANY, "no cursor", 5))
        .isInstanceOf(BadCursorException.class);
    assertThatThrownBy(() ->
            store().orders().list(scene.client, new OrderFilter(null, null, LATE), "no cursor", 5))
        .isInstanceOf(BadCursorException.class);
  }

  @Test
  void aPageHasALimit() {
    for (int limit : List.of(0, Page.MAX_LIMIT + 1)) {
      assertThatThrownBy(() -> store().orders().list(scene.client, OrderFilter.ANY, null, limit))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
