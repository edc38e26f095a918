package dev.holdfast.domain.stock.lot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lots of one position, the first to expire first; of one day in the order of their codes.
 * Immutable.
 *
 * <p>Goods leave first-expired-first-out unless somebody says which lot they took, so what is left
 * of each lot follows from what is on hand: it is filled from the lot that expires last backwards.
 * What no lot accounts for has no date; it stands before the first lot, because it came before
 * dates were kept. That errs on the safe side: dated goods count as there until they certainly are
 * not, so they are shown before they expire and leave what may be promised on their day.
 *
 * <p>This is right only as long as nothing comes: goods that come would bring back a lot that is
 * long gone. So a position is {@link #settled} before anything is added to it.
 */
public final class Lots {
  /** No lots at all. */
  public static final Lots NONE = new Lots(List.of());

  private static final Comparator<Lot> FIRST_EXPIRED_FIRST =
      Comparator.comparing(Lot::expires).thenComparing(Lot::lot);

  private final List<Lot> lots;

  private Lots(List<Lot> sorted) {
    this.lots = sorted;
  }

  /** The lots of a position, in any order; those of which nothing remains are left out. */
  public static Lots of(List<Lot> lots) {
    return new Lots(
        lots.stream().filter(lot -> lot.remaining() > 0).sorted(FIRST_EXPIRED_FIRST).toList());
  }

  /** Those of which anything remains. */
  public List<Lot> all() {
    return lots;
  }

  /** What is left of each lot, with so many on hand; lots of which nothing is left are missing. */
  public List<LotShare> left(long onHand) {
    List<LotShare> shares = new ArrayList<>(lots.size());
    long unfilled = onHand;
    for (Lot lot : lots.reversed()) {
      long here = Math.min(lot.remaining(), unfilled);
      if (here <= 0) {
        break;
      }
      shares.add(new LotShare(lot.lot(), lot.expires(), here));
      unfilled -= here;
    }
    return shares.reversed();
  }

  /** What is left of one lot, with so many on hand; 0 of one that is not there. */
  public long left(String lot, long onHand) {
    return left(onHand).stream()
        .filter(share -> share.lot().equals(lot))
        .mapToLong(LotShare::quantity)
        .sum();
  }

  /** What is on hand and in no lot. */
  public long undated(long onHand) {
    return onHand - left(onHand).stream().mapToLong(LotShare::quantity).sum();
  }

  /** What of so many on hand is usable on a day. What has no date is taken to be. */
  public long usableOn(LocalDate day, long onHand) {
    return onHand
        - left(onHand).stream()
            .filter(share -> share.expires().isBefore(day))
            .mapToLong(LotShare::quantity)
            .sum();
  }

  /**
   * Which lots to take so much from: first-expired-first-out, behind what others were told to take.
   * Dated goods come first; what they do not suffice for is not in the answer and must be taken
   * from goods without a date.
   */
  public List<LotShare> shares(LotAsk ask, long onHand) {
    List<LotShare> shares = new ArrayList<>(2);
    long ahead = ask.ahead();
    long wanted = ask.quantity();
    for (LotShare share : left(onHand)) {
      LocalDate day = ask.usableOn();
      if (day != null && share.expires().isBefore(day)) {
        continue;
      }
      long skipped = Math.min(ahead, share.quantity());
      long taken = Math.min(wanted, share.quantity() - skipped);
      if (taken > 0) {
        shares.add(new LotShare(share.lot(), share.expires(), taken));
      }
      ahead -= skipped;
      wanted -= taken;
    }
    return shares;
  }

  /** The same lots, knowing that no more than this was on hand: what is gone stays gone. */
  public Lots settled(long onHand) {
    return new Lots(
        left(onHand).stream()
            .map(share -> new Lot(share.lot(), share.expires(), share.quantity()))
            .toList());
  }

  /**
   * These lots and goods that came. Of one lot with two dates the earlier holds: nothing is ever
   * kept longer than either label says.
   */
  public Lots with(LotMark mark, long quantity) {
    List<Lot> grown = new ArrayList<>(lots.size() + 1);
    Lot came = new Lot(mark.lot(), mark.expires(), quantity);
    for (Lot lot : lots) {
      if (!lot.lot().equals(mark.lot())) {
        grown.add(lot);
      } else {
        LocalDate first = lot.expires().isBefore(came.expires()) ? lot.expires() : came.expires();
        came = new Lot(lot.lot(), first, lot.remaining() + quantity);
      }
    }
    grown.add(came);
    return of(grown);
  }

  /** These lots less what was taken from one of them; never less than nothing of it. */
  public Lots without(String taken, long quantity) {
    return of(
        lots.stream()
            .map(lot ->
                lot.lot().equals(taken) ? lot.with(Math.max(0, lot.remaining() - quantity)) : lot)
            .toList());
  }
}
