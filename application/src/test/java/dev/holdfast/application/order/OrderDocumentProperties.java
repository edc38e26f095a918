package dev.holdfast.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.domain.order.Order;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class OrderDocumentProperties {
  @Property(tries = 300)
  void whatWasWrittenIsReadTheSame(@ForAll long seed) {
    Order order = new RandomOrders(seed).next();

    String document = OrderDocument.write(order);

    assertThat(OrderDocument.read(document)).isEqualTo(order);
    assertThat(OrderRows.of(order).document()).isEqualTo(document);
  }

  @Property(tries = 20)
  void aDocumentThatIsNotWhollyUnderstoodIsNotRead(@ForAll long seed) {
    String document = OrderDocument.write(new RandomOrders(seed).next());

    assertRefused(document.replace("\"format\":1", "\"format\":2"), "newer version");
    assertRefused(document.replace("\"proven\":", "\"provenance\":"), "proven is missing");
    assertRefused(document.replaceFirst("\\{", "{\"colour\":\"red\","), "does not know");
    assertRefused(document.substring(0, document.length() - 1), "no JSON");
  }

  private static void assertRefused(String document, String why) {
    assertThatThrownBy(() -> OrderDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }
}
