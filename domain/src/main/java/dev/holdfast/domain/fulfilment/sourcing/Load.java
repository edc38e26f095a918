package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;

/**
 * What is sure about a set of parts before it is packed: enough to bound its price from below.
 *
 * @param weightG grams of the goods, without cartons
 * @param volumeMm3 of the goods; cartons are larger
 * @param longestMm the longest side of any unit
 * @param middleMm the longest middle side of any unit
 * @param shortestMm the longest shortest side of any unit; a carton whose sides in order are not at
 *     least these three cannot hold all of the parts
 * @param loneUnits units that ship alone in their carton
 * @param sharedCartons cartons that the other units need at least, by their most per carton
 */
public record Load(
    long weightG,
    long volumeMm3,
    int longestMm,
    int middleMm,
    int shortestMm,
    long loneUnits,
    long sharedCartons) {

  /** The load of one part. */
  public static Load of(Part part) {
    Goods goods = part.goods();
    int longest = Math.max(goods.lengthMm(), Math.max(goods.widthMm(), goods.heightMm()));
    int shortest = Math.min(goods.lengthMm(), Math.min(goods.widthMm(), goods.heightMm()));
    int middle = goods.lengthMm() + goods.widthMm() + goods.heightMm() - longest - shortest;
    Handling handling = goods.handling();
    long most = handling.limitPerCarton();
    return new Load(
        part.quantity() * goods.weightG(),
        Math.multiplyExact(part.quantity(), goods.volumeMm3()),
        longest,
        middle,
        shortest,
        handling.shipAlone() ? part.quantity() : 0,
        handling.shipAlone() ? 0 : (part.quantity() + most - 1) / most);
  }

  /** Both together. */
  public Load and(Load other) {
    return new Load(
        weightG + other.weightG,
        Math.addExact(volumeMm3, other.volumeMm3),
        Math.max(longestMm, other.longestMm),
        Math.max(middleMm, other.middleMm),
        Math.max(shortestMm, other.shortestMm),
        loneUnits + other.loneUnits,
        Math.max(sharedCartons, other.sharedCartons));
  }

  /** No packing has fewer cartons. */
  public long cartonsAtLeast() {
    return loneUnits + sharedCartons;
  }
}
