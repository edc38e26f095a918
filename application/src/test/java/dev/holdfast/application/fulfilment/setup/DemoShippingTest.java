package dev.holdfast.application.fulfilment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.fulfilment.SheetTexts;
import dev.holdfast.demo.DemoCarton;
import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoCompany;
import dev.holdfast.demo.DemoFulfilment;
import dev.holdfast.demo.DemoLocation;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.transit.Origin;
import dev.holdfast.domain.fulfilment.transit.ServiceChoice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the demo company packs, some carrier takes it from anywhere to anywhere. */
final class DemoShippingTest {
  private static final DemoClient HARBOR = DemoCompany.create().clients().getFirst();

  @Test
  void everyCartonGoesFromEveryLocationToEveryOther() {
    SheetTexts sheets = new SheetTexts(SetupScene.sheets());
    ServiceChoice services =
        new ServiceChoice(RateBook.of(sheets.tariffs().tariffs()), sheets.calendars().calendars());
    List<String> stranded = new ArrayList<>();
    for (DemoCarton carton : DemoFulfilment.of(HARBOR).cartons()) {
      Parcel full =
          new Parcel(carton.lengthMm(), carton.widthMm(), carton.heightMm(), carton.maxGrossG());
      for (DemoLocation from : HARBOR.locations()) {
        for (DemoLocation to : HARBOR.locations()) {
          Origin origin = new Origin(Postcode.of(from.postcode()), from.timeZone());
          Destination home = new Destination(Postcode.of(to.postcode()), true);
          long price =
              services.cheapestPrice(
                  List.of(full),
                  origin,
                  home,
                  LocalDateTime.parse("2026-11-23T09:00").atZone(from.timeZone()).toInstant(),
                  LocalDate.parse("2026-12-24"));
          if (price < 0) {
            stranded.add(carton.code() + " from " + from.code() + " to " + to.code());
          }
        }
      }
    }
    assertThat(stranded).isEmpty();
  }
}
