package dev.holdfast.domain.fulfilment.rate;

import static dev.holdfast.domain.fulfilment.rate.Sample.PLAIN;
import static dev.holdfast.domain.fulfilment.rate.Sample.area;
import static dev.holdfast.domain.fulfilment.rate.Sample.band;
import static dev.holdfast.domain.fulfilment.rate.Sample.surcharge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TariffChecksTest {
  private static List<String> found(Sample sample) {
    return TariffChecks.check(sample.rows()).stream()
        .map(finding ->
            "%s %s %d %s %s"
                .formatted(
                    finding.refuses() ? "refused" : "hole",
                    finding.sheet(),
                    finding.line(),
                    finding.field(),
                    finding.message()))
        .toList();
  }

  @Test
  void aSoundTariffHasNoFindings() {
    assertThat(found(PLAIN)).isEmpty();
  }

  @Test
  void zonesThatHoldTheSamePairAreNamedByRow() {
    Sample sample =
        PLAIN.withZones(
            new ZoneRow(2, area("98", "98"), area("970", "979"), "near"),
            new ZoneRow(7, area("981", "981"), area("975", "989"), "far"));

    assertThat(found(sample))
        .containsExactly(
            "refused ZONES 7 zone overlaps row 2: keep each pair of postcodes in one row");
    assertThatThrownBy(sample::tariff).hasMessageContaining("ZONES row 7: zone overlaps row 2");
  }

  @Test
  void aHoleBetweenZonesIsToldWhereAnotherOriginHasNone() {
    Sample sample =
        PLAIN.withZones(
            new ZoneRow(2, area("89", "89"), area("970", "979"), "near"),
            new ZoneRow(3, area("98", "98"), area("970", "974"), "near"),
            new ZoneRow(4, area("98", "98"), area("977", "979"), "far"));

    assertThat(found(sample))
        .containsExactly(
            "hole ZONES 3 destinationTo leaves a hole: no row goes from 98 to 975, where other"
                + " origins go; add one if it is served");
  }

  @Test
  void bandsThatOverlapAreNamedByRow() {
    assertThat(
            found(
                PLAIN.withBands(
                    band(2, "near", 0, 1000, 0, 1),
                    band(3, "near", 900, 2000, 0, 2),
                    band(4, "far", 0, 9, 0, 1))))
        .containsExactly("refused BANDS 3 overG overlaps row 2, which ends at 1000 g: begin there");
  }

  @Test
  void aHoleBetweenBandsIsToldAndTheTariffWorksBesideIt() {
    Sample sample =
        PLAIN.withBands(
            band(2, "near", 0, 1000, 0, 650),
            band(3, "near", 2000, 3000, 0, 900),
            band(4, "far", 0, 9000, 0, 1));

    assertThat(found(sample))
        .containsExactly(
            "hole BANDS 3 overG leaves a hole in zone near from 1000 to 2000 g: begin at 1000");
    assertThat(sample.tariff().price(Sample.shipment(Sample.NEAR, Sample.cube(2400))))
        .isEqualTo(900);
  }

  @Test
  void aZoneWithoutBandsAndABandWithoutZoneAreNamed() {
    assertThat(found(PLAIN.withBands(band(2, "near", 0, 9, 0, 1), band(5, "nar", 0, 9, 0, 1))))
        .containsExactly(
            "refused BANDS 5 zone is in no zone row: correct it or add one",
            "hole ZONES 3 zone has no bands: add a band row for far");
  }

  @Test
  void fuelOnAnUnknownChargeIsNamed() {
    assertThat(found(PLAIN.withFuel(100, "bse")))
        .containsExactly(
            "refused TERMS 2 fuelOn names bse, which is no charge here: give some of [base]");
  }

  @Test
  void surchargesOfOneNameMustAgree() {
    SurchargeRow first =
        new SurchargeRow(
            2, "remote", SurchargeKind.REMOTE, 0, PostcodeRange.prefix("97"), false, 10);
    SurchargeRow dearer =
        new SurchargeRow(
            3, "remote", SurchargeKind.REMOTE, 0, PostcodeRange.prefix("98"), false, 20);

    assertThat(found(PLAIN.withSurcharges(first, dearer)))
        .containsExactly("refused SURCHARGES 3 price differs from row 2, of the same name");
    assertThat(found(PLAIN.withSurcharges(surcharge("long", SurchargeKind.OVERSIZE, 0, 10))))
        .hasSize(1)
        .first()
        .asString()
        .contains("must be a limit");
  }
}
