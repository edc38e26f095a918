package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationRulesTest {
  private static LocationInput at(String latitude, String longitude) {
    return new LocationInput(
        "SEA",
        "Seattle Pier",
        "store",
        "west",
        new BigDecimal(latitude),
        new BigDecimal(longitude),
        "America/Los_Angeles",
        "");
  }

  private static LocationInput inZone(String timeZone) {
    LocationInput good = at("0", "0");
    return new LocationInput(
        good.code(),
        good.name(),
        good.kind(),
        good.region(),
        good.latitude(),
        good.longitude(),
        timeZone,
        good.address());
  }

  private static List<String> fields(LocationInput location) {
    return LocationRules.check(location).stream().map(Violation::field).toList();
  }

  @Test
  void aGoodLocationBecomesWhatWasWritten() {
    LocationInput good = at("47.606200", "-120");

    assertThat(LocationRules.check(good)).isEmpty();
    assertThat(good.toLocation())
        .isEqualTo(
            new Location(
                "SEA",
                "Seattle Pier",
                Location.Kind.STORE,
                "west",
                new BigDecimal("47.6062"),
                new BigDecimal("-120"),
                ZoneId.of("America/Los_Angeles"),
                ""));
  }

  @Test
  void everyFieldIsCheckedAndNamed() {
    LocationInput bad =
        new LocationInput(
            "S A",
            " ",
            "shop",
            "",
            new BigDecimal("90.000001"),
            new BigDecimal("-180.000001"),
            "Mars/Olympus",
            "1 Pier\n");

    assertThat(fields(bad))
        .containsExactly(
            "code", "name", "kind", "region", "latitude", "longitude", "timeZone", "address");
  }

  @Test
  void theEndsOfTheEarthAreOnIt() {
    assertThat(fields(at("90", "180"))).isEmpty();
    assertThat(fields(at("-90.000000000", "-1.8E+2"))).isEmpty();
  }

  @Test
  void degreesHaveAtMostSixDecimals() {
    assertThat(fields(at("1.1234560", "0.000001"))).isEmpty();
    assertThat(fields(at("1.1234561", "1E-7"))).containsExactly("latitude", "longitude");
  }

  @Test
  void degreesOfAnySizeAreAnswered() {
    assertThat(fields(at("1E+999999999", "-1E+999999999")))
        .containsExactly("latitude", "longitude");
    assertThat(fields(at("1E-999999999", "0E+999999999"))).containsExactly("latitude");
  }

  @Test
  void degreesAreKeptAsSomebodyWouldWriteThem() {
    assertThat(at("40.0", "0E+9").toLocation().latitude()).isEqualTo(new BigDecimal("40"));
    assertThat(at("40.0", "0E+9").toLocation().longitude()).isEqualTo(new BigDecimal("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Lisbon", "UTC", "Asia/Kolkata", "America/Argentina/Ushuaia"})
  void namesOfTheZoneDatabaseAreAccepted(String zone) {
    assertThat(fields(inZone(zone))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+02:00", "UTC+2", "Z", "europe/lisbon", "Lisbon", "Europe/Lisbon "})
  void offsetsAndOtherNamesAreNot(String zone) {
    assertThat(fields(inZone(zone))).containsExactly("timeZone");
  }

  @Test
  void everyKindIsFoundByItsLabel() {
    for (Location.Kind kind : Location.Kind.values()) {
      assertThat(LocationRules.kind(kind.label())).contains(kind);
    }
    assertThat(LocationRules.kind("STORE")).isEmpty();
  }
}
