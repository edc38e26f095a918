package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.LocationInput;
import dev.holdfast.domain.catalogue.LocationRules;
import dev.holdfast.domain.catalogue.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rows of a file of locations. */
final class LocationSheet {
  private LocationSheet() {}

  /** Hands over the location of a row, or rejects the row. */
  static void read(CsvRow row, Rejects rejects, Consumer<Location> good) {
    CellReader cells = new CellReader(row);
    LocationInput input =
        new LocationInput(
            row.word("code"),
            row.text("name"),
            row.word("kind"),
            row.text("region"),
            cells.degrees("latitude"),
            cells.degrees("longitude"),
            row.word("time_zone"),
            row.text("address"));
    List<Violation> violations = new ArrayList<>(LocationRules.check(input));
    if (!cells.reject(violations, rejects)) {
      good.accept(input.toLocation());
    }
  }
}
