package dev.holdfast.domain.fulfilment.rate;

import dev.holdfast.domain.fulfilment.rate.TariffFinding.Sheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what is wrong with a tariff before it is used: contradictions refuse it, holes are
 * told.
 */
public final class TariffChecks {
  /** The highest price of a row, minor units: ten million dollars. */
  public static final long MAX_PRICE_MINOR = 1_000_000_000;

  /** The largest fuel share: ten times the charges it is taken from. */
  public static final int MAX_FUEL_BASIS_POINTS = 100_000;

  /** The coarsest rounding, minor units: ten thousand dollars. */
  public static final long MAX_ROUND_TO_MINOR = 1_000_000;

  private static final Set<String> RESERVED = Set.of(Charge.BASE, Charge.FUEL, Charge.MINIMUM);

  private final TariffRows rows;
  private final List<TariffFinding> found = new ArrayList<>();

  private TariffChecks(TariffRows rows) {
    this.rows = rows;
  }

  /** Everything that is wrong with a tariff; the sheets in order, a sheet's rows mostly so. */
  public static List<TariffFinding> check(TariffRows rows) {
    TariffChecks checks = new TariffChecks(rows);
    checks.terms();
    checks.zones();
    checks.bands();
    checks.surcharges();
    return List.copyOf(checks.found);
  }

  private void refuse(Sheet sheet, long line, String field, String message) {
    found.add(new TariffFinding(sheet, line, field, message, true));
  }

  private void hole(Sheet sheet, long line, String field, String message) {
    found.add(new TariffFinding(sheet, line, field, message, false));
  }

  private void terms() {
    TariffTerms terms = rows.terms();
    if (terms.validTo().isBefore(terms.validFrom())) {
      term("validTo", "is before validFrom, " + terms.validFrom() + ": give a later day");
    }
    if (terms.weight().stepG() < 1) {
      term("stepG", "must be at least 1 g; to charge every gram give 1");
    }
    if (terms.weight().divisorMm3PerG() < 0) {
      term("divisor", "must be 0 or more; 0 if volume does not count");
    }
    ParcelLimits limits = terms.limits();
    if (limits.weightG() < 0 || limits.longestMm() < 0 || limits.lengthAndGirthMm() < 0) {
      term("limits", "must be 0 or more; 0 is no limit");
    }
    if (terms.fuel().basisPoints() < 0 || terms.fuel().basisPoints() > MAX_FUEL_BASIS_POINTS) {
      term("fuelBasisPoints", "must be 0 to " + MAX_FUEL_BASIS_POINTS + "; 1250 is 12.5 %");
    }
    if (terms.minimumMinor() < 0 || terms.minimumMinor() > MAX_PRICE_MINOR) {
      term("minimum", "must be 0 to " + MAX_PRICE_MINOR + " minor units");
    }
    if (terms.roundToMinor() < 1 || terms.roundToMinor() > MAX_ROUND_TO_MINOR) {
      term("roundTo", "must be 1 to " + MAX_ROUND_TO_MINOR + " minor units; 1 is the finest");
    }
    Set<String> names = new LinkedHashSet<>(Set.of(Charge.BASE));
    rows.surcharges().forEach(row -> names.add(row.name()));
    for (String name : terms.fuel().on().stream().sorted().toList()) {
      if (!names.contains(name)) {
        term("fuelOn", "names " + name + ", which is no charge here: give some of " + names);
      }
    }
    if (terms.fuel().basisPoints() > 0 && terms.fuel().on().isEmpty()) {
      term("fuelOn", "is empty: name the charges that fuel is taken from, such as base");
    }
  }

  private void term(String field, String message) {
    refuse(Sheet.TERMS, rows.line(), field, message);
  }

  private void zones() {
    if (rows.zones().isEmpty()) {
      refuse(Sheet.TERMS, rows.line(), "zones", "are missing: add a zone row for this tariff");
      return;
    }
    List<String> names = rows.zones().stream().map(ZoneRow::zone).distinct().toList();
    if (names.size() > PostcodePairs.MAX_VALUE) {
      term("zones", "are more than " + PostcodePairs.MAX_VALUE + ": use fewer names");
      return;
    }
    List<PostcodePairs.Entry> entries = Tariff.entries(rows, names);
    if (PostcodePairs.cells(entries) > PostcodePairs.MAX_CELLS) {
      term("zones", "cut postcodes into too many pairs: join neighbours into ranges");
      return;
    }
    List<PostcodePairs.Overlap> overlaps = PostcodePairs.overlaps(entries);
    for (PostcodePairs.Overlap overlap : overlaps) {
      refuse(
          Sheet.ZONES,
          rows.zones().get(overlap.entry()).line(),
          "zone",
          "overlaps row %d: keep each pair of postcodes in one row"
              .formatted(rows.zones().get(overlap.earlier()).line()));
    }
    for (PostcodePairs.Gap gap :
        overlaps.isEmpty() ? PostcodePairs.gaps(entries) : List.<PostcodePairs.Gap>of()) {
      hole(
          Sheet.ZONES,
          rows.zones().get(gap.entry()).line(),
          "destinationTo",
          "leaves a hole: no row goes from %s to %s, where other origins go; add one if it is served"
              .formatted(gap.origin(), gap.destination()));
    }
  }

  private void bands() {
    Map<String, List<BandRow>> byZone = new LinkedHashMap<>();
    rows.zones().forEach(row -> byZone.put(row.zone(), new ArrayList<>()));
    for (BandRow row : rows.bands()) {
      List<BandRow> zone = byZone.get(row.zone());
      if (zone == null) {
        refuse(Sheet.BANDS, row.line(), "zone", "is in no zone row: correct it or add one");
      } else if (isSound(row)) {
        zone.add(row);
      }
    }
    for (ZoneRow zone : rows.zones()) {
      List<BandRow> bands = byZone.remove(zone.zone());
      if (bands != null && bands.isEmpty()) {
        hole(Sheet.ZONES, zone.line(), "zone", "has no bands: add a band row for " + zone.zone());
      } else if (bands != null) {
        chain(bands);
      }
    }
  }

  private boolean isSound(BandRow row) {
    int before = found.size();
    if (row.overG() < 0 || row.upToG() <= row.overG()) {
      refuse(Sheet.BANDS, row.line(), "upToG", "must be more than overG, which is 0 or more");
    }
    if (row.stepG() < 0) {
      refuse(Sheet.BANDS, row.line(), "stepG", "must be 0, for one price, or more");
    }
    if (row.stepG() == 0 && row.upToG() == BandRow.NO_END) {
      refuse(Sheet.BANDS, row.line(), "upToG", "is missing: only a band with a step has no end");
    }
    if (row.priceMinor() < 0 || row.priceMinor() > MAX_PRICE_MINOR) {
      refuse(Sheet.BANDS, row.line(), "price", "must be 0 to " + MAX_PRICE_MINOR + " minor units");
    }
    return found.size() == before;
  }

  private void chain(List<BandRow> bands) {
    bands.sort(Comparator.comparingLong(BandRow::overG));
    long end = 0;
    long endLine = 0;
    for (BandRow band : bands) {
      if (band.overG() < end) {
        refuse(
            Sheet.BANDS,
            band.line(),
            "overG",
            "overlaps row %d, which ends at %d g: begin there".formatted(endLine, end));
      } else if (band.overG() > end) {
        hole(
            Sheet.BANDS,
            band.line(),
            "overG",
            "leaves a hole in zone %s from %d to %d g: begin at %d"
                .formatted(band.zone(), end, band.overG(), end));
      }
      if (band.upToG() > end) {
        end = band.upToG();
        endLine = band.line();
      }
    }
  }

  private void surcharges() {
    for (List<SurchargeRow> all : Tariff.sameName(rows.surcharges())) {
      SurchargeRow first = all.getFirst();
      for (int i = 0; i < all.size(); i++) {
        SurchargeRow row = all.get(i);
        surcharge(row);
        String difference = Surcharge.difference(first, row);
        if (difference != null) {
          surcharge(row, difference, "differs from row " + first.line() + ", of the same name");
        } else if (i > 0 && row.area() == null) {
          surcharge(row, "name", "is that of row " + first.line() + ": give another name");
        }
      }
    }
  }

  private void surcharge(SurchargeRow row) {
    if (row.name().isBlank() || RESERVED.contains(row.name())) {
      surcharge(row, "name", "must be a name of its own, other than " + RESERVED);
    }
    if ((row.area() != null) != (row.kind() == SurchargeKind.REMOTE)) {
      surcharge(row, "area", "must be given for remote, and for nothing else");
    }
    if (row.over() < 0 || row.kind().hasLimit() != row.over() > 0) {
      surcharge(row, "over", "must be a limit for oversize, girth, overweight; for others none");
    }
    if (row.priceMinor() < 0 || row.priceMinor() > MAX_PRICE_MINOR) {
      surcharge(row, "price", "must be 0 to " + MAX_PRICE_MINOR + " minor units");
    }
  }

  private void surcharge(SurchargeRow row, String field, String message) {
    refuse(Sheet.SURCHARGES, row.line(), field, message);
  }
}
