package dev.holdfast.bench.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.instance.InstanceException;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
  @Test
  void theTotalOfAHistogramIsRead() {
    String histogram =
        """
        123:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         10402        1230456  [B (java.base@25)
        Total         98765       12345678
        """;
    assertThat(LiveHeap.total(histogram)).isEqualTo(12_345_678);
  }

  @Test
  void whatIsNoHistogramIsShown() {
    assertThatThrownBy(() -> LiveHeap.total("com.sun.tools.attach: refused"))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("refused");
  }
}
