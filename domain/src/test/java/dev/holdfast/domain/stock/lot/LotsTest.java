package dev.holdfast.domain.stock.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LotsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Lots LOTS =
      Lots.of(List.of(new Lot("B", TUESDAY, 5), new Lot("C", TUESDAY, 5), new Lot("A", MONDAY, 5)));

  private static LotShare share(String lot, LocalDate expires, long quantity) {
    return new LotShare(lot, expires, quantity);
  }

  @Test
  void goodsWithoutADateLeaveFirstThenTheLotThatExpiresFirst() {
    assertThat(LOTS.undated(18)).isEqualTo(3);
    assertThat(LOTS.left(18))
        .containsExactly(share("A", MONDAY, 5), share("B", TUESDAY, 5), share("C", TUESDAY, 5));
    assertThat(LOTS.undated(12)).isZero();
    assertThat(LOTS.left(12))
        .containsExactly(share("A", MONDAY, 2), share("B", TUESDAY, 5), share("C", TUESDAY, 5));
    assertThat(LOTS.left(4)).containsExactly(share("C", TUESDAY, 4));
    assertThat(LOTS.left(0)).isEmpty();
  }

  @Test
  void theLastDayIsADayOfUse() {
    assertThat(LOTS.usableOn(MONDAY, 18)).isEqualTo(18);
    assertThat(LOTS.usableOn(TUESDAY, 18)).isEqualTo(13);
    assertThat(LOTS.usableOn(TUESDAY.plusDays(1), 18)).isEqualTo(3);
  }

  @Test
  void pickersAreSentToTheLotThatExpiresFirstAndNeverTwiceToTheSameGoods() {
    assertThat(LOTS.shares(LotAsk.of(7), 15))
        .containsExactly(share("A", MONDAY, 5), share("B", TUESDAY, 2));
    assertThat(LOTS.shares(new LotAsk(7, 7, null), 15))
        .containsExactly(share("B", TUESDAY, 3), share("C", TUESDAY, 4));
    assertThat(LOTS.shares(new LotAsk(7, 0, TUESDAY), 15))
        .containsExactly(share("B", TUESDAY, 5), share("C", TUESDAY, 2));
    assertThat(LOTS.shares(LotAsk.of(20), 18)).extracting(LotShare::quantity).containsOnly(5L);
  }

  @Test
  void ofOneLotWithTwoDatesTheEarlierHolds() {
    assertThat(LOTS.with(new LotMark("B", MONDAY), 2).left(17))
        .contains(share("B", MONDAY, 7))
        .hasSize(3);
    assertThat(LOTS.with(new LotMark("A", TUESDAY), 2).left(17)).contains(share("A", MONDAY, 7));
  }

  @Test
  void aLotIsCalledWhatFitsOnALabel() {
    assertThat(LotMark.isCode("L7-2026.11")).isTrue();
    assertThat(LotMark.isCode("A".repeat(LotMark.MAX_CODE))).isTrue();
    assertThat(LotMark.isCode("A".repeat(LotMark.MAX_CODE + 1))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new LotMark("two words", MONDAY));
    assertThat(LotMark.ofDate(MONDAY).lot()).isEqualTo("2026-11-23");
  }
}
