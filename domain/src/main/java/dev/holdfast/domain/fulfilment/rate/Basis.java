package dev.holdfast.domain.fulfilment.rate;

/** Why a charge is what it is. Numbers only; the sentence is made when somebody reads it. */
public sealed interface Basis {
  /** The end of a sentence about the charge, such as {@code zone 4, 3000 g billed}. */
  String text();

  /**
   * The price of a band.
   *
   * @param billableG what was charged for, g
   * @param byVolume whether the volume counted for more than the weight
   * @param bandUpToG where the band ends, g; {@link BandRow#NO_END} where it does not
   * @param steps started steps beyond the band before; 0 in a band of one price
   */
  record Band(String zone, long billableG, boolean byVolume, long bandUpToG, long steps)
      implements Basis {
    @Override
    public String text() {
      String weight =
          "zone " + zone + ", " + billableG + " g billed" + (byVolume ? " by volume" : "");
      String band = bandUpToG == BandRow.NO_END ? "" : ", band up to " + bandUpToG + " g";
      return weight + band + (steps == 0 ? "" : ", " + steps + " further steps");
    }
  }

  /**
   * A measure over a limit.
   *
   * @param value what was measured, mm or g
   * @param over the limit
   */
  record Over(SurchargeKind kind, long value, long over) implements Basis {
    @Override
    public String text() {
      return switch (kind) {
        case OVERSIZE -> "longest side " + value + " mm, over " + over + " mm";
        case GIRTH -> "length and girth " + value + " mm, over " + over + " mm";
        default -> "weight " + value + " g, over " + over + " g";
      };
    }
  }

  /** The destination is a home. */
  record Residential() implements Basis {
    @Override
    public String text() {
      return "to a home";
    }
  }

  /** The destination is remote. */
  record Remote(Postcode postcode) implements Basis {
    @Override
    public String text() {
      return postcode + " is a remote area";
    }
  }

  /** Charged whatever it is. */
  record Always() implements Basis {
    @Override
    public String text() {
      return "always";
    }
  }

  /** A share of other charges, basis points of an amount in minor units. */
  record Share(int basisPoints, long ofMinor) implements Basis {
    @Override
    public String text() {
      return "%d.%02d %% of %d".formatted(basisPoints / 100, basisPoints % 100, ofMinor);
    }
  }

  /** What lacked to the least that a shipment costs, minor units. */
  record UpToMinimum(long minimumMinor) implements Basis {
    @Override
    public String text() {
      return "up to the minimum of " + minimumMinor;
    }
  }
}
