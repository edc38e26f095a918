package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoLocationsTest {

  /** A rectangle of degrees. */
  private record Box(double south, double north, double west, double east) {
    boolean contains(DemoLocation location) {
      double latitude = location.latitude().doubleValue();
      double longitude = location.longitude().doubleValue();
      return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
    }
  }

  private static final Map<String, Box> BOXES =
      Map.of(
          "us-west", new Box(31.3, 49.0, -124.8, -109.0),
          "us-central", new Box(25.8, 49.4, -109.0, -87.0),
          "us-east", new Box(24.5, 47.5, -87.0, -66.9));

  private final DemoClient harbor = DemoCompany.create().clients().getFirst();
  private final DemoClient tidewater = DemoCompany.create().clients().getLast();

  @Test
  void harborHas24StoresAnd3FulfilmentCentresIn3Regions() {
    Map<DemoLocationKind, Long> kinds =
        harbor.locations().stream()
            .collect(Collectors.groupingBy(DemoLocation::kind, Collectors.counting()));
    assertThat(kinds)
        .containsOnly(
            Map.entry(DemoLocationKind.STORE, 24L),
            Map.entry(DemoLocationKind.FULFILMENT_CENTRE, 3L));
    Map<String, Long> regions =
        harbor.locations().stream()
            .collect(Collectors.groupingBy(DemoLocation::region, Collectors.counting()));
    assertThat(regions)
        .containsOnly(
            Map.entry("us-west", 9L), Map.entry("us-central", 9L), Map.entry("us-east", 9L));
  }

  @Test
  void tidewaterKeepsRecordsOfItsOwnForSharedBuildings() {
    assertThat(tidewater.locations()).hasSize(7);
    assertThat(
            tidewater.locations().stream()
                .filter(l -> l.kind() == DemoLocationKind.FULFILMENT_CENTRE))
        .hasSize(3);
    Map<String, DemoLocation> harbors =
        harbor.locations().stream().collect(Collectors.toMap(DemoLocation::code, l -> l));
    for (DemoLocation own : tidewater.locations()) {
      DemoLocation shared = harbors.get(own.code());
      assertThat(own.address()).isEqualTo(shared.address());
      assertThat(own.name()).startsWith("Tidewater Provisions").isNotEqualTo(shared.name());
    }
  }

  @Test
  void codesAndNamesAreUniqueAndWellFormed() {
    List<String> codes = harbor.locations().stream().map(DemoLocation::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z0-9-]{3,8}"));
    assertThat(harbor.locations()).extracting(DemoLocation::name).doesNotHaveDuplicates();
    assertThat(harbor.locations()).extracting(DemoLocation::address).doesNotHaveDuplicates();
  }

  @Test
  void coordinatesLieInTheRegionWithFourDecimals() {
    assertThat(harbor.locations())
        .allSatisfy(location -> {
          Box box = BOXES.get(location.region());
          assertThat(box.contains(location)).as(location.code()).isTrue();
          assertThat(location.latitude().scale()).isEqualTo(4);
          assertThat(location.longitude().scale()).isEqualTo(4);
        });
  }

  @Test
  void timeZonesExistAndFitTheLongitude() {
    Set<String> known = ZoneId.getAvailableZoneIds();
    Instant winter = Instant.parse("2026-01-15T12:00:00Z");
    assertThat(harbor.locations())
        .allSatisfy(location -> {
          assertThat(known).contains(location.timeZone().getId());
          int seconds = location.timeZone().getRules().getOffset(winter).getTotalSeconds();
          double solarHours = location.longitude().doubleValue() / 15;
          assertThat(seconds / 3600.0).isBetween(solarHours - 1, solarHours + 1);
        });
    Set<ZoneId> zones = new HashSet<>();
    harbor.locations().forEach(location -> zones.add(location.timeZone()));
    assertThat(zones).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void addressesEndInCityStateAndZip() {
    assertThat(harbor.locations())
        .allSatisfy(location ->
            assertThat(location.address()).matches("\\d+ .+, [A-Z].+, [A-Z]{2} \\d{5}"));
  }
}
