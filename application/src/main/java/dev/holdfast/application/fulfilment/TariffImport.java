package dev.holdfast.application.fulfilment;

import static dev.holdfast.domain.fulfilment.rate.TariffChecks.MAX_PRICE_MINOR;

import dev.holdfast.domain.fulfilment.rate.BandRow;
import dev.holdfast.domain.fulfilment.rate.BillableWeight;
import dev.holdfast.domain.fulfilment.rate.Fuel;
import dev.holdfast.domain.fulfilment.rate.ParcelLimits;
import dev.holdfast.domain.fulfilment.rate.PostcodeRange;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.SurchargeKind;
import dev.holdfast.domain.fulfilment.rate.SurchargeRow;
import dev.holdfast.domain.fulfilment.rate.TariffChecks;
import dev.holdfast.domain.fulfilment.rate.TariffTerms;
import dev.holdfast.domain.fulfilment.rate.ZoneRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads tariffs from their four files. A carrier with a bad row is left out as a whole, because a
 * tariff that lacks a row gives wrong prices.
 */
public final class TariffImport {
  /** The most tariffs, versions included. */
  private static final int MAX_TARIFFS = 2_000;

  /** Stands in for a code that is none; its row is rejected. */
  private static final Currency SOME_CURRENCY = Currency.getInstance("USD");

  private final SheetReader reader;
  private final List<DraftTariff> drafts = new ArrayList<>();

  private TariffImport(SheetSource source) {
    reader = new SheetReader(source);
  }

  /** Reads the files; what is wrong is in the answer. */
  public static TariffAnswer read(SheetSource source) throws IOException {
    TariffImport run = new TariffImport(source);
    run.reader.read(TariffSheet.TARIFFS, run::terms);
    if (!run.reader.isRefused(TariffSheet.TARIFFS)) {
      run.reader.read(TariffSheet.ZONES, run::zone);
      run.reader.read(TariffSheet.BANDS, run::band);
      run.reader.read(TariffSheet.SURCHARGES, run::surcharge);
    }
    return new TariffAssembly(run.reader).answer(run.drafts);
  }

  private void terms(SheetCells cells) {
    ServiceId service = new ServiceId(cells.name("carrier"), cells.name("service"));
    Currency currency = cells.parsed("currency", TariffImport::currency, SOME_CURRENCY);
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    ParcelLimits limits =
        new ParcelLimits(
            cells.number("max_weight_g", 0, Integer.MAX_VALUE, 0),
            cells.number("max_side_mm", 0, Integer.MAX_VALUE, 0),
            cells.number("max_girth_mm", 0, Integer.MAX_VALUE, 0));
    BillableWeight weight =
        new BillableWeight(
            cells.number("divisor", 0, Integer.MAX_VALUE, 0),
            cells.number("step_g", 1, Integer.MAX_VALUE, -1));
    int fuelBp = cells.number("fuel_bp", 0, TariffChecks.MAX_FUEL_BASIS_POINTS, 0);
    Fuel fuel = new Fuel(fuelBp, names(cells.word("fuel_on")));
    long roundTo =
        cells.isEmpty("round_to")
            ? 1
            : cells.amount("round_to", decimals, TariffChecks.MAX_ROUND_TO_MINOR);
    TariffTerms terms =
        new TariffTerms(
            service,
            currency.getCurrencyCode(),
            cells.date("valid_from"),
            cells.date("valid_to"),
            weight,
            limits,
            fuel,
            cells.amount("minimum", decimals, MAX_PRICE_MINOR),
            roundTo);
    if (drafts.size() == MAX_TARIFFS) {
      cells.fault("carrier", "is tariff " + (MAX_TARIFFS + 1) + ": remove versions that are over");
    } else {
      drafts.add(new DraftTariff(cells.line(), terms));
    }
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("must be an ISO 4217 code such as USD", unknown);
    }
  }

  private static Set<String> names(String cell) {
    return cell.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(cell.split("\\s+")));
  }

  private void zone(SheetCells cells) {
    ZoneRow row =
        new ZoneRow(
            cells.line(),
            cells.range("origin_from", "origin_to"),
            cells.range("destination_from", "destination_to"),
            cells.name("zone"));
    meant(cells).forEach(draft -> draft.add(row));
  }

  private void band(SheetCells cells) {
    String zone = cells.name("zone");
    long over = cells.whole("over_g", 0, Long.MAX_VALUE - 1, -1);
    long upTo = cells.whole("up_to_g", 1, BandRow.NO_END, BandRow.NO_END);
    long step = cells.whole("per_g", 0, Integer.MAX_VALUE, 0);
    for (DraftTariff draft : meant(cells)) {
      long price = price(cells, draft);
      draft.add(new BandRow(cells.line(), zone, over, upTo, step, price));
    }
  }

  private void surcharge(SheetCells cells) {
    String name = cells.name("name");
    SurchargeKind kind = cells.parsed("kind", TariffImport::kind, SurchargeKind.ALWAYS);
    long over = cells.whole("over", 0, Integer.MAX_VALUE, 0);
    boolean perShipment = cells.parsed("per", TariffImport::perShipment, false);
    PostcodeRange area =
        cells.isEmpty("postcode_from") ? null : cells.range("postcode_from", "postcode_to");
    for (DraftTariff draft : meant(cells)) {
      long price = price(cells, draft);
      draft.add(new SurchargeRow(cells.line(), name, kind, over, area, perShipment, price));
    }
  }

  private static long price(SheetCells cells, DraftTariff draft) {
    if (cells.isEmpty("price")) {
      cells.fault("price", "is missing: give an amount, 0.00 if it costs nothing");
      return 0;
    }
    return cells.amount("price", draft.decimals(), MAX_PRICE_MINOR);
  }

  private static SurchargeKind kind(String word) {
    try {
      return SurchargeKind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "must be one of " + Arrays.toString(SurchargeKind.values()).toLowerCase(Locale.ROOT),
          unknown);
    }
  }

  private static boolean perShipment(String word) {
    return switch (word) {
      case "", "parcel" -> false;
      case "shipment" -> true;
      default -> throw new IllegalArgumentException("must be parcel or shipment");
    };
  }

  /** The tariffs that a row belongs to; a fault if there are none. */
  private List<DraftTariff> meant(SheetCells cells) {
    String carrier = cells.name("carrier");
    String service = cells.word("service");
    LocalDate validFrom = cells.dateOrNone("valid_from");
    List<DraftTariff> meant =
        drafts.stream().filter(draft -> draft.isMeant(carrier, service, validFrom)).toList();
    if (meant.isEmpty()) {
      cells.fault("carrier", "names no tariff: correct it, or add a row to the tariffs");
    }
    return meant;
  }
}
