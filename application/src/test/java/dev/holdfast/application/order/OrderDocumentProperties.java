package dev.holdfast.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import java.time.Instant;
import net.jqwik.api.Example;
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

    assertRefused(document.replace("\"format\":2", "\"format\":3"), "newer version");
    assertRefused(document.replace("\"proven\":", "\"provenance\":"), "proven is missing");
    assertRefused(document.replaceFirst("\\{", "{\"colour\":\"red\","), "does not know");
    assertRefused(document.substring(0, document.length() - 1), "no JSON");
  }

  /** As it was written before lines had amounts and shipments had times. */
  @Example
  void aDocumentOfTheFirstFormIsReadWithTheTimesOfItsSteps() {
    Order order = OrderDocument.read(FIRST);

    assertThat(order.lines()).containsExactly(new OrderLine(7, 3, 3, 0), new OrderLine(8, 2, 2, 0));
    assertThat(order.shipments())
        .extracting(one -> one.floor().releasedAt(), one -> one.floor().shippedAt())
        .containsExactly(
            tuple(Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-20T15:00:00Z")),
            tuple(Instant.parse("2026-11-20T09:00:00Z"), null));
    assertThat(OrderDocument.read(OrderDocument.write(order))).isEqualTo(order);
  }

  private static final String FIRST =
      """
      {"format":1,"id":"0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f","number":"A-1","state":"packed",
       "version":6,"shipTo":{"postcode":"98101","country":"US","residential":true},
       "preferences":{"preferred":[],"excluded":[],"maxShipments":0},
       "currency":"USD","splitMinor":100,"proven":true,"alternatives":[],
       "lines":[[7,3],[8,2]],
       "shipments":[
        {"reservation":"0197d4b2-0000-7a55-9d0e-4b8f1c2d3e4f","state":"shipped",
         "parts":[[7340033,3]],"lines":[[0,0]],"carrier":"Swift","service":"Next day",
         "pickUp":"2026-11-20","shipBy":"2026-11-20T16:00:00Z","arrival":"2026-11-21",
         "postageMinor":700,"cartonsMinor":40,"adjustmentMinor":0,"opportunityMinor":0,
         "cartons":[],"others":[],"tracking":["HF1"],"lots":[]},
        {"reservation":"0197d4b2-1111-7a55-9d0e-4b8f1c2d3e4f","state":"packed",
         "parts":[[8388610,2]],"lines":[[1,0]],"carrier":"Swift","service":"Next day",
         "pickUp":"2026-11-20","shipBy":"2026-11-20T16:00:00Z","arrival":"2026-11-21",
         "postageMinor":700,"cartonsMinor":40,"adjustmentMinor":0,"opportunityMinor":0,
         "cartons":[],"others":[],"tracking":["HF2"],"lots":[]}],
       "steps":[{"state":"placed","at":"2026-11-20T08:00:00Z"},
        {"state":"released","at":"2026-11-20T09:00:00Z"},
        {"state":"picking","at":"2026-11-20T10:00:00Z"},
        {"state":"packed","at":"2026-11-20T11:00:00Z"},
        {"state":"shipped","at":"2026-11-20T15:00:00Z"}],
       "requests":[1]}\
      """;

  private static void assertRefused(String document, String why) {
    assertThatThrownBy(() -> OrderDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }
}
