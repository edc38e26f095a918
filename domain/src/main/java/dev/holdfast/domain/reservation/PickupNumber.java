package dev.holdfast.domain.reservation;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a shopper shows or says at the counter: the last six characters of a reservation's
 * identifier, in upper case. Short enough to read out; of sixteen million, so that two reservations
 * that wait at one counter hardly ever share one. It is no secret and opens nothing.
 *
 * @param text six characters of 0 to 9 and A to F
 */
public record PickupNumber(String text) {
  public static final int LENGTH = 6;

  private static final Pattern SHAPE = Pattern.compile("[0-9A-F]{" + LENGTH + "}");

  public PickupNumber {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("a pick-up number has 6 characters of 0-9 and A-F");
    }
  }

  /** The number of a reservation. */
  public static PickupNumber of(UUID reservation) {
    String id = reservation.toString();
    return new PickupNumber(id.substring(id.length() - LENGTH).toUpperCase(Locale.ROOT));
  }

  /** A number as people type it: in letters of either size, with spaces anywhere. */
  public static PickupNumber typed(String text) {
    return new PickupNumber(text.replace(" ", "").toUpperCase(Locale.ROOT));
  }
}
