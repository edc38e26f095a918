package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Quote;
import dev.holdfast.domain.fulfilment.rate.Shipment;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.sourcing.Load;
import dev.holdfast.domain.fulfilment.sourcing.LocationPrice;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentQuote;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Packings.Packed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The services that reach one address from one location in time. For one thread and one order.
 *
 * <p>Floors: what fits into one carton costs at least what the cheapest carton that might hold it
 * costs at that weight, or what two parcels cost at least. Of k parcels the heaviest has at least
 * the k-th part of the weight; it is asked for in the smallest carton there is, and each further
 * parcel adds at least what a second parcel of next to nothing adds. All of this is sure for
 * tariffs that do not fall as parcels grow.
 */
final class Lane implements LocationPrice<Dispatch> {
  /** Weights that share a floor: the lightest of them is asked for. */
  private static final int STEP_G = 250;

  private static final long UNKNOWN = -1;

  private final Packings packings;
  private final Boxes boxes;
  private final Depot depot;
  private final Promise promise;
  private final List<Ride> rides;
  private final long[][] floors;
  private long further = UNKNOWN;

  /** A service with its tariff of the day on which it picks up, and the zone of the way there. */
  record Ride(Tariff tariff, int zone, LocalDate pickUp, LocalDate arrival) {}

  Lane(Packings packings, Boxes boxes, Depot depot, Promise promise, List<Ride> rides) {
    this.packings = packings;
    this.boxes = boxes;
    this.depot = depot;
    this.promise = promise;
    this.rides = rides;
    floors = new long[boxes.size()][0];
  }

  @Override
  public @Nullable String closed() {
    return null;
  }

  @Override
  public ShipmentQuote<Dispatch> price(List<Part> parts) {
    for (Part part : parts) {
      if (part.quantity() > CartonLine.MAX_UNITS) {
        return new ShipmentQuote.Refused<>(tooMany(part.goods().sku() + " has too many units"));
      }
    }
    Packed packed = packings.of(parts);
    if (!packed.packing().complete()) {
      return new ShipmentQuote.Refused<>(packed.packing().unpacked().getFirst().why().text());
    }
    if (packed.parcels().size() > Shipment.MAX_PARCELS) {
      return new ShipmentQuote.Refused<>(tooMany("it takes too many cartons"));
    }
    return cheapest(packed);
  }

  private ShipmentQuote<Dispatch> cheapest(Packed packed) {
    Ride cheapest = null;
    long least = Long.MAX_VALUE;
    for (Ride ride : rides) {
      long postage = ride.tariff().price(shipment(packed.parcels(), ride), ride.zone());
      if (postage != Tariff.NO_PRICE && (postage < least || ties(postage, least, ride, cheapest))) {
        least = postage;
        cheapest = ride;
      }
    }
    if (cheapest == null) {
      return new ShipmentQuote.Refused<>(why(packed.parcels()));
    }
    return new ShipmentQuote.Priced<>(
        least + packed.cartonsMinor(),
        cheapest.arrival(),
        new Dispatch(
            packed.packing(),
            packed.parcels(),
            cheapest.tariff().service(),
            cheapest.pickUp(),
            least,
            packed.cartonsMinor()));
  }

  private static String tooMany(String what) {
    return what + " for one shipment of parcels: divide the order, or send it by the pallet";
  }

  private static boolean ties(long total, long least, Ride ride, @Nullable Ride other) {
    return total == least && other != null && ride.arrival().isBefore(other.arrival());
  }

  private Shipment shipment(List<Parcel> parcels, Ride ride) {
    return new Shipment(parcels, depot.origin().postcode(), promise.destination(), ride.pickUp());
  }

  /** The refusal of the first service; the others are in the choice that a person opens. */
  private String why(List<Parcel> parcels) {
    Ride first = rides.getFirst();
    return switch (first.tariff().quote(shipment(parcels, first))) {
      case Quote.Refused refused -> refused.reason().message();
      case Quote.Priced priced ->
          throw new IllegalStateException(priced.service() + " has two answers");
    };
  }

  @Override
  public long floor(Load load) {
    long least = NEVER;
    if (load.cartonsAtLeast() <= 1) {
      for (int box : packings.mightHold(boxes, load)) {
        least = Math.min(least, one(box, load.weightG()));
      }
    }
    return several(load, least);
  }

  private long several(Load load, long least) {
    long cartons = Math.max(2, load.cartonsAtLeast());
    cartons = Math.max(cartons, Math.ceilDiv(load.volumeMm3(), boxes.largestInnerMm3));
    cartons = Math.max(cartons, Math.ceilDiv(load.weightG(), boxes.strongestG));
    long lightest = one(Boxes.SMALLEST, 0);
    if (lightest == NEVER) {
      return least;
    }
    long best = least;
    while (lightest + (cartons - 1) * further() < best) {
      long heaviest = one(Boxes.SMALLEST, load.weightG() / cartons);
      if (heaviest != NEVER) {
        best = Math.min(best, heaviest + (cartons - 1) * further());
      }
      if (further() == 0) {
        return Math.min(best, lightest);
      }
      cartons++;
    }
    return best;
  }

  /** What one parcel costs at least, carton included. */
  private long one(int box, long contentG) {
    int step = (int) Math.min(boxes.strongestG, contentG) / STEP_G;
    long[] known = floors[box];
    if (known.length == 0) {
      known = new long[(int) (boxes.strongestG / STEP_G) + 1];
      Arrays.fill(known, UNKNOWN);
      floors[box] = known;
    }
    if (known[step] == UNKNOWN) {
      known[step] = cheapest(boxes.get(box), (long) step * STEP_G);
    }
    return known[step];
  }

  private long cheapest(Boxes.Box box, long contentG) {
    List<Parcel> parcels = List.of(box.parcel(contentG));
    long least = NEVER;
    for (Ride ride : rides) {
      long postage = ride.tariff().price(shipment(parcels, ride), ride.zone());
      if (postage != Tariff.NO_PRICE) {
        least = Math.min(least, postage + box.costMinor);
      }
    }
    return least;
  }

  /** What a further parcel adds at least; fuel may round up once less. */
  private long further() {
    if (further == UNKNOWN) {
      Parcel small = boxes.get(Boxes.SMALLEST).parcel(0);
      further = Long.MAX_VALUE;
      for (Ride ride : rides) {
        long one = ride.tariff().price(shipment(List.of(small), ride), ride.zone());
        long two = ride.tariff().price(shipment(List.of(small, small), ride), ride.zone());
        if (one != Tariff.NO_PRICE && two != Tariff.NO_PRICE) {
          further = Math.min(further, two - one - ride.tariff().terms().roundToMinor());
        }
      }
      further = further == Long.MAX_VALUE ? 0 : Math.max(0, further);
      further += boxes.get(Boxes.SMALLEST).costMinor;
    }
    return further;
  }
}
