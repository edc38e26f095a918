package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntryKindTest {
  @Test
  void storedCodesNeverChangeTheirMeaning() {
    Map<EntryKind, Integer> codes = new EnumMap<>(EntryKind.class);
    for (EntryKind kind : EntryKind.values()) {
      codes.put(kind, kind.code());
      assertThat(EntryKind.ofCode(kind.code())).isEqualTo(kind);
    }
    assertThat(codes)
        .containsEntry(EntryKind.RECEIVED, 1)
        .containsEntry(EntryKind.SOLD, 2)
        .containsEntry(EntryKind.RESERVED, 3)
        .containsEntry(EntryKind.RELEASED, 4)
        .containsEntry(EntryKind.EXPIRED, 5)
        .containsEntry(EntryKind.COUNTED, 6)
        .containsEntry(EntryKind.ADJUSTED, 7)
        .containsEntry(EntryKind.TRANSFERRED_OUT, 8)
        .containsEntry(EntryKind.TRANSFERRED_IN, 9)
        .containsEntry(EntryKind.WRITTEN_OFF, 10)
        .containsEntry(EntryKind.RETURNED, 11)
        .containsEntry(EntryKind.SAFETY_STOCK_SET, 12)
        .containsEntry(EntryKind.CONFIRMED, 13)
        .hasSize(13);
  }

  @Test
  void unknownCodesAreRefused() {
    for (int code : new int[] {-1, 0, 14, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException().isThrownBy(() -> EntryKind.ofCode(code));
    }
  }
}
