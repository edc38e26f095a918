package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Movements: receipts, counts, losses, sales, returns, safety stock. */
abstract class MovementContract {
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  @Test
  void aReceiptBringsAPositionIntoBeing() {
    PositionKey position = scene.empty();
    assertThat(scene.reader().position(scene.client, position)).isEmpty();

    Outcome.Done done = scene.done(move(Movement.RECEIVE, line(position, 7)));

    Balance after = new Balance(7, 0, 0, 0, 1);
    assertThat(done)
        .isEqualTo(
            new Outcome.Done(done.at(), null, null, List.of(new AppliedLine(position, 7, after))));
    assertThat(scene.balance(position)).isEqualTo(after);
  }

  @Test
  void everyMovementDoesWhatItSays() {
    PositionKey position = scene.stocked(10);

    scene.done(move(Movement.RETURN, line(position, 2)));
    scene.done(move(Movement.ADJUST, line(position, -3)));
    scene.done(move(Movement.ADJUST, line(position, 1)));
    scene.done(move(Movement.WRITE_OFF, line(position, 4)));
    scene.done(move(Movement.SELL, line(position, 1)));
    scene.done(move(Movement.SET_SAFETY_STOCK, line(position, 2)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(5, 0, 2, 0, 7));

    scene.done(move(Movement.COUNT, line(position, 0)));
    scene.done(move(Movement.SET_SAFETY_STOCK, line(position, 0)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(0, 0, 0, 0, 9));
  }

  @Test
  void aCountBelowWhatIsReservedIsAShortfallAndAReceiptMendsIt() {
    PositionKey position = scene.stocked(10);
    scene.done(reserve(line(position, 8)));

    scene.done(move(Movement.COUNT, line(position, 3)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 8, 0, 5, 3));
    assertThat(scene.refused(reserve(line(position, 1))).lines())
        .extracting(LineRefusal::available)
        .containsExactly(0L);

    scene.done(move(Movement.RECEIVE, line(position, 4)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(7, 8, 0, 1, 4));
    scene.done(move(Movement.RECEIVE, line(position, 4)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(11, 8, 0, 0, 5));
  }

  @Test
  void spoilageMayTakeWhatIsReserved() {
    PositionKey position = scene.stocked(4);
    scene.done(reserve(line(position, 4)));

    scene.done(move(Movement.WRITE_OFF, line(position, 3)));

    assertThat(scene.balance(position)).isEqualTo(new Balance(1, 4, 0, 3, 3));
  }

  @Test
  void moreThanIsThereCannotBeWrittenOff() {
    PositionKey position = scene.stocked(3);

    assertThat(scene.refused(move(Movement.WRITE_OFF, line(position, 4))).lines())
        .containsExactly(new LineRefusal(0, position, 4, 3, 1, Refusal.NOT_ON_HAND));
    assertThat(scene.refused(move(Movement.ADJUST, line(position, -4))).refusal())
        .isEqualTo(Refusal.NOT_ON_HAND);
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 0, 0, 0, 1));
  }

  @Test
  void theTillCannotSellWhatIsReserved() {
    PositionKey position = scene.stocked(5);
    scene.done(reserve(line(position, 3)));

    Outcome.Refused refused = scene.refused(move(Movement.SELL, line(position, 3)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, position, 3, 2, 2, Refusal.INSUFFICIENT_STOCK));
    scene.done(move(Movement.SELL, line(position, 2)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 3, 0, 0, 3));
  }

  @Test
  void theTillMaySellSafetyStock() {
    PositionKey position = scene.stocked(5);
    scene.done(move(Movement.SET_SAFETY_STOCK, line(position, 5)));

    scene.done(move(Movement.SELL, line(position, 5)));

    assertThat(scene.balance(position)).isEqualTo(new Balance(0, 0, 5, 0, 3));
  }

  @Test
  void aFullPositionTakesNoMore() {
    PositionKey position = scene.empty();
    Line most = line(position, Line.MAX_QUANTITY);
    MoveStock half = new MoveStock(Movement.RECEIVE, Collections.nCopies(Line.MAX_LINES, most));
    scene.done(half);
    scene.done(half);
    assertThat(scene.balance(position).onHand()).isEqualTo(Balance.MAX_ON_HAND);

    for (Movement movement : List.of(Movement.RECEIVE, Movement.RETURN, Movement.ADJUST)) {
      assertThat(scene.refused(move(movement, line(position, 1))).lines())
          .containsExactly(
              new LineRefusal(0, position, 1, 0, 2 * Line.MAX_LINES, Refusal.POSITION_FULL));
    }
    assertThat(scene.refused(half).lines()).hasSize(Line.MAX_LINES);
    assertThat(scene.balance(position).version()).isEqualTo(2 * Line.MAX_LINES);
  }

  @Test
  void allLinesMoveOrNone() {
    PositionKey plenty = scene.stocked(10);
    PositionKey few = scene.stocked(1);

    Outcome.Refused refused = scene.refused(move(Movement.SELL, line(plenty, 2), line(few, 2)));

    assertThat(refused.lines()).extracting(LineRefusal::line).containsExactly(1);
    assertThat(scene.balance(plenty)).isEqualTo(new Balance(10, 0, 0, 0, 1));
    scene.done(move(Movement.SELL, line(plenty, 2), line(few, 1)));
  }

  @Test
  void theSameSkuTwiceInOneCommandCountsTwice() {
    PositionKey position = scene.stocked(3);

    assertThat(scene.refused(move(Movement.SELL, line(position, 2), line(position, 2))).lines())
        .containsExactly(new LineRefusal(1, position, 2, 1, 1, Refusal.INSUFFICIENT_STOCK));
    scene.done(move(Movement.SELL, line(position, 2), line(position, 1)));

    assertThat(scene.balance(position)).isEqualTo(new Balance(0, 0, 0, 0, 3));
  }

  @Test
  void whatIsRefusedWhereNothingEverHappenedLeavesNoTrace() {
    PositionKey position = scene.empty();
    PositionKey stocked = scene.stocked(1);

    scene.refused(move(Movement.SELL, line(position, 1)));
    scene.refused(move(Movement.WRITE_OFF, line(position, 1)));
    scene.refused(move(Movement.ADJUST, line(position, -1)));
    scene.refused(reserve(line(position, 1)));

    assertThat(scene.reader().position(scene.client, position)).isEmpty();
    assertThat(scene.history(position)).isEmpty();
    assertThat(new Listing(scene).positions()).containsExactly(stocked);
    assertThat(new Listing(scene).positionsOf(position)).isEmpty();
    scene.done(move(Movement.RECEIVE, line(position, 1)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(1, 0, 0, 0, 1));
  }
}
