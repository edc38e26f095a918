package dev.holdfast.application.fulfilment;

import static dev.holdfast.application.fulfilment.TariffFiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.Quote;
import dev.holdfast.domain.fulfilment.rate.Shipment;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TariffImportTest {
  private final TariffFiles files = new TariffFiles();

  /** 2,300 g are 6.50 and three steps of 1.20, and 4.25 for the home; fuel on the base is 1.01. */
  @Test
  void goodFilesBecomeATariff() throws IOException {
    TariffAnswer answer = files.tariffs();
    Shipment shipment =
        new Shipment(
            List.of(new Parcel(100, 100, 100, 2300)),
            Postcode.of("98101"),
            new Destination(Postcode.of("97201"), true),
            LocalDate.of(2026, 11, 23));

    assertThat(told(answer.rejects())).isEmpty();
    assertThat(told(answer.holes())).isEmpty();
    assertThat(answer.isComplete()).isTrue();
    Quote.Priced quote = (Quote.Priced) answer.tariffs().getFirst().quote(shipment);
    assertThat(quote.charges().stream().map(charge -> charge.name() + " " + charge.minor()))
        .containsExactly("base 890", "home 425", "fuel 89");
    assertThat(quote.total().minor()).isEqualTo(1404);
  }

  @Test
  void aBadCellIsToldWithLineColumnAndMendAndLeavesItsCarrierOut() throws IOException {
    TariffAnswer answer = files.replace(TariffSheet.BANDS, "1000,,6.50", "1000,,6.505").tariffs();

    assertThat(told(answer.rejects()))
        .containsExactly(
            "bands 2 price [6.505] must be an amount from 0 to 10000000.00 with a point and at most"
                + " 2 decimals, such as 12.50");
    assertThat(answer.tariffs()).isEmpty();
    assertThat(answer.isComplete()).isFalse();
  }

  @Test
  void allFaultsOfARowAreToldAtOnce() throws IOException {
    TariffAnswer answer =
        files
            .replace(
                TariffSheet.TARIFFS,
                "USD,2026-01-01,2026-12-31,5000,500",
                "XQX,01.01.2026,2026-12-31,5000,0")
            .tariffs();

    assertThat(told(answer.rejects()))
        .containsExactly(
            "tariffs 2 currency [XQX] must be an ISO 4217 code such as USD; step_g must be a whole"
                + " number from 1 to 2147483647, without separators; valid_from must be a date"
                + " such as 2026-11-26");
  }

  @Test
  void aRowOfNoTariffIsRejected() throws IOException {
    TariffAnswer answer = files.replace(TariffSheet.SURCHARGES, "Tern,home", "Turn,home").tariffs();

    assertThat(told(answer.rejects()))
        .containsExactly(
            "surcharges 2 carrier [Turn] names no tariff: correct it, or add a row to the"
                + " tariffs");
  }

  @Test
  void overlapsRefuseAndHolesAreTold() throws IOException {
    TariffAnswer overlap =
        new TariffFiles()
            .with(
                TariffSheet.ZONES,
                "carrier,origin_from,destination_from,zone\nTern,98,97,near\nTern,981,971,near\n")
            .tariffs();
    TariffAnswer hole =
        new TariffFiles()
            .replace(TariffSheet.BANDS, "near,1000,,1000", "near,1500,,1000")
            .tariffs();

    assertThat(told(overlap.rejects()))
        .containsExactly("zones 3 zone [] overlaps row 2: keep each pair of postcodes in one row");
    assertThat(overlap.tariffs()).isEmpty();
    assertThat(told(hole.holes()))
        .containsExactly(
            "bands 3 over_g [] leaves a hole in zone near from 1000 to 1500 g: begin at 1000");
    assertThat(hole.tariffs()).hasSize(1);
  }

  @Test
  void oneCarriersFaultLeavesAnotherAsItIs() throws IOException {
    TariffAnswer answer =
        files
            .with(
                TariffSheet.TARIFFS,
                """
                carrier,service,currency,valid_from,valid_to,step_g
                Tern,ground,USD,2026-01-01,2026-12-31,500
                Gull,ground,USD,2026-01-01,2026-12-31,500
                """)
            .with(
                TariffSheet.ZONES,
                "carrier,origin_from,destination_from,zone\nTern,*,*,near\nGull,*,9 7?,near\n")
            .tariffs();

    assertThat(told(answer.rejects()))
        .containsExactly(
            "zones 3 destination_from [9 7?] must be a postcode or its beginning, 1 to 12 letters"
                + " and digits, or * for all");
    assertThat(answer.tariffs().stream().map(tariff -> tariff.service().carrier()))
        .containsExactly("Tern");
  }

  @Test
  void twoVersionsOfOneDayAreTold() throws IOException {
    TariffAnswer answer =
        files
            .with(
                TariffSheet.TARIFFS,
                """
                carrier,service,currency,valid_from,valid_to,step_g
                Tern,ground,USD,2026-01-01,2026-12-31,500
                Tern,ground,USD,2026-12-31,2027-12-31,500
                """)
            .tariffs();

    assertThat(told(answer.rejects()))
        .containsExactly(
            "tariffs 3 valid_from [] is valid while another version is, from 2026-01-01 to"
                + " 2026-12-31: end that one before this begins");
    assertThat(answer.tariffs()).isEmpty();
  }

  @Test
  void anUnknownColumnRefusesItsFileAndLoadsNothing() throws IOException {
    TariffAnswer answer = files.with(TariffSheet.TARIFFS, "carrier;service\n").tariffs();

    assertThat(told(answer.rejects())).isNotEmpty().first().asString().startsWith("tariffs 1");
    assertThat(answer.rejects()).containsOnlyKeys(TariffSheet.TARIFFS);
    assertThat(answer.tariffs()).isEmpty();
  }
}
