package dev.holdfast.application.fulfilment;

import dev.holdfast.application.bulk.CsvColumn;
import dev.holdfast.application.bulk.CsvForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of tariffs and calendars. The second list of columns may be left out.
 *
 * <p>Documented for people in docs/reference/tariffs.md.
 */
public enum TariffSheet implements CsvForm {
  TARIFFS(
      "carrier service currency valid_from valid_to step_g",
      "divisor max_weight_g max_side_mm max_girth_mm fuel_bp fuel_on minimum round_to"),
  ZONES("carrier origin_from destination_from zone", "service valid_from origin_to destination_to"),
  BANDS("carrier zone over_g price", "service valid_from up_to_g per_g"),
  SURCHARGES("carrier name kind price", "service valid_from over postcode_from postcode_to per"),
  CALENDARS("carrier service cut_offs delivery_days", "hours handling transit_days"),
  TRANSIT("carrier origin_from destination_from days", "service origin_to destination_to"),
  HOLIDAYS("date name", "carrier");

  /** The most rows of a sheet: every US area to every other, for some services. */
  static final int MAX_ROWS = 200_000;

  private final List<CsvColumn> columns;

  TariffSheet(String required, String optional) {
    List<CsvColumn> all = new ArrayList<>();
    for (String name : required.split(" ")) {
      all.add(CsvColumn.required(name));
    }
    for (String name : optional.split(" ")) {
      all.add(CsvColumn.optional(name));
    }
    columns = List.copyOf(all);
  }

  /** The sheet of a name on the wire. */
  public static Optional<TariffSheet> ofLabel(String label) {
    return Arrays.stream(values()).filter(sheet -> sheet.label().equals(label)).findFirst();
  }

  /** All names, for people. */
  public static String labels() {
    return Arrays.stream(values()).map(TariffSheet::label).collect(Collectors.joining(", "));
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<CsvColumn> columns() {
    return columns;
  }
}
