package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class PositionKeyProperties {
  @Property
  void packsBothNumbersAndGivesThemBack(
      @ForAll @LongRange(min = 1, max = PositionKey.MAX_SKU) long sku,
      @ForAll @IntRange(min = 1, max = PositionKey.MAX_LOCATION) int location) {
    PositionKey key = PositionKey.of(sku, location);

    assertThat(key.skuId()).isEqualTo(sku);
    assertThat(key.locationId()).isEqualTo(location);
    assertThat(key.packed()).isPositive();
  }

  @Property
  void sortsBySkuThenLocation(
      @ForAll @LongRange(min = 1, max = PositionKey.MAX_SKU) long sku,
      @ForAll @IntRange(min = 1, max = PositionKey.MAX_LOCATION) int location,
      @ForAll @LongRange(min = 1, max = PositionKey.MAX_SKU) long otherSku,
      @ForAll @IntRange(min = 1, max = PositionKey.MAX_LOCATION) int otherLocation) {
    PositionKey one = PositionKey.of(sku, location);
    PositionKey other = PositionKey.of(otherSku, otherLocation);
    Comparator<PositionKey> order =
        Comparator.comparingLong(PositionKey::skuId).thenComparingInt(PositionKey::locationId);

    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(Integer.signum(order.compare(one, other)));
  }

  @Example
  void refusesNumbersThatDoNotFit() {
    long[] badSkus = {0, -1, PositionKey.MAX_SKU + 1, Long.MAX_VALUE, Long.MIN_VALUE};
    for (long sku : badSkus) {
      assertThatIllegalArgumentException().isThrownBy(() -> PositionKey.of(sku, 1));
    }
    int[] badLocations = {0, -1, PositionKey.MAX_LOCATION + 1, Integer.MAX_VALUE};
    for (int location : badLocations) {
      assertThatIllegalArgumentException().isThrownBy(() -> PositionKey.of(1, location));
    }
  }
}
