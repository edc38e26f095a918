package dev.holdfast.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StockChangeTest {
  private static final Thresholds BOTH = new Thresholds(5L, 8L);

  private static List<EventType> events(long from, long to, Thresholds thresholds) {
    Balance before = new Balance(from, 0, 0, 0, 1);
    Balance after = new Balance(to, 0, 0, 0, 2);
    return new StockChange(EntryKind.COUNTED, before, after, Instant.EPOCH, null, null)
        .events(thresholds);
  }

  @Test
  void fallingToTheLowThresholdIsToldOnce() {
    assertThat(events(6, 5, BOTH)).containsExactly(EventType.COUNTED, EventType.LOW);
    assertThat(events(9, 0, BOTH)).containsExactly(EventType.COUNTED, EventType.LOW);
    assertThat(events(5, 4, BOTH)).containsExactly(EventType.COUNTED);
    assertThat(events(7, 6, BOTH)).containsExactly(EventType.COUNTED);
  }

  @Test
  void risingToTheBackThresholdIsToldOnce() {
    assertThat(events(7, 8, BOTH)).containsExactly(EventType.COUNTED, EventType.BACK);
    assertThat(events(0, 100, BOTH)).containsExactly(EventType.COUNTED, EventType.BACK);
    assertThat(events(8, 9, BOTH)).containsExactly(EventType.COUNTED);
    assertThat(events(6, 7, BOTH)).containsExactly(EventType.COUNTED);
  }

  @Test
  void withoutThresholdsNoCrossingIsTold() {
    assertThat(events(0, 100, Thresholds.NONE)).containsExactly(EventType.COUNTED);
    assertThat(events(100, 0, Thresholds.NONE)).containsExactly(EventType.COUNTED);
  }

  @Test
  void everyKindOfEntryHasATypeOfItsOwn() {
    HashSet<EventType> types = new HashSet<>();
    for (EntryKind kind : EntryKind.values()) {
      assertThat(types.add(EventType.of(kind))).as(kind.label()).isTrue();
      assertThat(EventType.of(kind).label()).endsWith("." + kind.label());
    }
    assertThat(EventType.ofLabel("dev.holdfast.stock.low")).contains(EventType.LOW);
    assertThat(EventType.ofLabel("low")).isEmpty();
  }
}
