package dev.holdfast.bench.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.carton.CartonPacker;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.PackingRules;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.Origin;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An invented country: postcodes of five digits whose first two say how far east a place lies, ten
 * locations spread over it, one shelf of cartons and the services of {@link Carriers}.
 */
final class Country {
  static final int LOCATIONS = 10;

  private static final int MIDDLE_OF_A_REGION = 5;
  private static final List<String> ZONES =
      List.of("America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York");

  /** Inner sides, empty weight, cost of twelve cartons as shops buy them. */
  private static final int[][] CARTONS = {
    {150, 100, 60, 40, 22},
    {200, 150, 90, 70, 31},
    {240, 180, 120, 100, 38},
    {300, 220, 100, 130, 45},
    {300, 220, 180, 170, 54},
    {350, 250, 200, 220, 66},
    {400, 300, 200, 280, 78},
    {400, 300, 300, 340, 90},
    {500, 350, 250, 400, 104},
    {500, 400, 350, 520, 131},
    {600, 400, 400, 640, 158},
    {700, 500, 450, 850, 205},
  };

  /** Some 30 us: sourcing packs tens of sets per order; the one that is shipped is packed again. */
  private static final int PACKING_STEPS = 5_000;

  private static final int WALL_MM = 8;
  private static final int MAX_GROSS_G = 30_000;

  private Country() {}

  static CartonPacker packer() {
    List<CartonType> types = new ArrayList<>();
    for (int[] carton : CARTONS) {
      Size inner = new Size(carton[0], carton[1], carton[2]);
      Size outer = new Size(carton[0] + WALL_MM, carton[1] + WALL_MM, carton[2] + 2 * WALL_MM);
      String code = "B" + (types.size() + 1);
      types.add(new CartonType(code, outer, inner, carton[3], MAX_GROSS_G, carton[4]));
    }
    return new CartonPacker(types, new PackingRules(PackingRules.FULL_SUPPORT, PACKING_STEPS));
  }

  /** The code of a location; their order is that from west to east. */
  static String location(int index) {
    return "FC-" + index;
  }

  static Origin origin(int location) {
    Postcode postcode = Postcode.of(location + "" + MIDDLE_OF_A_REGION + "001");
    return new Origin(postcode, ZoneId.of(ZONES.get(location * ZONES.size() / LOCATIONS)));
  }

  /** How far apart a location and the postcodes of two digits lie, 0 to 95. */
  static int distance(int location, int region) {
    return Math.abs(location * LOCATIONS + MIDDLE_OF_A_REGION - region);
  }

  static Map<ServiceId, ServiceCalendar> calendars() {
    return Carriers.calendars();
  }
}
