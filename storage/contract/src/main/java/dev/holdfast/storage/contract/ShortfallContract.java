package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.ShortfallReader.ShortfallRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions of which more is reserved than is there, with what people call them. */
abstract class ShortfallContract {
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  private PositionKey position(String sku, String location) {
    return PositionKey.of(
        store().newSku(scene.client, sku, "Ground " + sku, new Scale(3)),
        store().newLocation(scene.client, location));
  }

  /** Reserves all of a position and then loses some of it. */
  private void lose(PositionKey position, long reserved, long left) {
    scene.done(move(Movement.RECEIVE, line(position, reserved)));
    scene.done(reserve(line(position, reserved)));
    scene.done(move(Movement.COUNT, line(position, left)));
  }

  private List<ShortfallRow> listed(int limit) {
    return Scene.allPages(after -> store().shortfalls().shortfalls(scene.client, after, limit));
  }

  @Test
  void aShortfallIsTheWholePositionWithItsNames() {
    PositionKey coffee = position("COF", "SEA");
    lose(coffee, 5, 2);

    ShortfallRow row = listed(10).getFirst();

    assertThat(row.row()).isEqualTo(scene.reader().position(scene.client, coffee).orElseThrow());
    assertThat(row.row().balance().shortfall()).isEqualTo(3);
    assertThat(row)
        .returns("COF", ShortfallRow::sku)
        .returns("Ground COF", ShortfallRow::skuName)
        .returns(new Scale(3), ShortfallRow::scale)
        .returns("SEA", ShortfallRow::location);
  }

  @Test
  void onlyShortfallsAreListedInKeyOrderInPagesOfAnySize() {
    List<PositionKey> short3 = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      short3.add(position("SKU-" + i, "LOC-" + i));
      scene.stocked(1);
    }
    short3.reversed().forEach(position -> lose(position, 4, 1));

    for (int limit : new int[] {1, 2, 3, 4, Page.MAX_LIMIT}) {
      assertThat(listed(limit))
          .as("pages of %s", limit)
          .extracting(row -> row.row().position())
          .containsExactlyElementsOf(short3);
    }
    assertThat(store().shortfalls().shortfalls(scene.client, null, 3).next()).isNull();
  }

  @Test
  void whatIsMendedIsListedNoMore() {
    PositionKey position = position("COF", "SEA");
    lose(position, 4, 1);
    scene.done(move(Movement.RECEIVE, line(position, 2)));
    assertThat(listed(10)).extracting(row -> row.row().balance().shortfall()).containsExactly(1L);

    scene.done(move(Movement.RECEIVE, line(position, 1)));

    assertThat(listed(10)).isEmpty();
  }

  @Test
  void nobodySeesTheShortfallsOfAnotherClient() {
    lose(position("COF", "SEA"), 4, 1);
    lose(position("TEA", "TAC"), 4, 1);
    Page<ShortfallRow> first = store().shortfalls().shortfalls(scene.client, null, 1);
    Scene stranger = new Scene(store());

    assertThat(store().shortfalls().shortfalls(stranger.client, null, 10).items()).isEmpty();
    assertThat(store().shortfalls().shortfalls(stranger.client, first.next(), 10).items())
        .isEmpty();
  }

  @Test
  void cursorsAndLimitsThatNobodyGaveOutAreRefused() {
    for (String cursor : List.of("", "nonsense", "' or 1=1 --")) {
      assertThatExceptionOfType(BadCursorException.class)
          .isThrownBy(() -> store().shortfalls().shortfalls(scene.client, cursor, 1));
    }
    for (int limit : new int[] {-1, 0, Page.MAX_LIMIT + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store().shortfalls().shortfalls(scene.client, null, limit));
    }
  }
}
