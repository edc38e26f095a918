package dev.holdfast.domain.fulfilment.rate;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A surcharge made ready: all its areas in one sorted array. */
final class Surcharge {
  private final SurchargeRow row;
  private final boolean underFuel;
  private final long[] lows;
  private final long[] highs;

  private Surcharge(List<SurchargeRow> rows, boolean underFuel) {
    this.row = rows.getFirst();
    this.underFuel = underFuel;
    List<PostcodeRange> areas =
        rows.stream()
            .map(SurchargeRow::area)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingLong(PostcodeRange::low))
            .toList();
    lows = areas.stream().mapToLong(PostcodeRange::low).toArray();
    highs = areas.stream().mapToLong(PostcodeRange::high).toArray();
    for (int i = 1; i < highs.length; i++) {
      highs[i] = Math.max(highs[i], highs[i - 1]);
    }
  }

  /** All rows of one name. */
  static Surcharge of(List<SurchargeRow> rows, Fuel fuel) {
    return new Surcharge(rows, fuel.on().contains(rows.getFirst().name()));
  }

  String name() {
    return row.name();
  }

  long priceMinor() {
    return row.priceMinor();
  }

  boolean perShipment() {
    return row.perShipment();
  }

  boolean underFuel() {
    return underFuel;
  }

  boolean appliesTo(Parcel parcel, Destination destination) {
    return switch (row.kind()) {
      case ALWAYS -> true;
      case RESIDENTIAL -> destination.residential();
      case REMOTE -> isRemote(destination.postcode().key());
      case OVERSIZE, GIRTH, OVERWEIGHT -> measure(parcel) > row.over();
    };
  }

  private long measure(Parcel parcel) {
    return switch (row.kind()) {
      case OVERSIZE -> parcel.longestMm();
      case GIRTH -> parcel.lengthAndGirthMm();
      default -> parcel.weightG();
    };
  }

  private boolean isRemote(long key) {
    int low = 0;
    int high = lows.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (lows[middle] <= key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && key <= highs[high];
  }

  Basis basis(Parcel parcel, Destination destination) {
    return switch (row.kind()) {
      case ALWAYS -> new Basis.Always();
      case RESIDENTIAL -> new Basis.Residential();
      case REMOTE -> new Basis.Remote(destination.postcode());
      case OVERSIZE, GIRTH, OVERWEIGHT -> new Basis.Over(row.kind(), measure(parcel), row.over());
    };
  }

  /** What all rows of one name must have in common, as text to compare; null areas aside. */
  static @Nullable String difference(SurchargeRow first, SurchargeRow other) {
    if (first.kind() != other.kind() || first.over() != other.over()) {
      return "kind";
    }
    if (first.perShipment() != other.perShipment()) {
      return "per";
    }
    return first.priceMinor() == other.priceMinor() ? null : "price";
  }
}
