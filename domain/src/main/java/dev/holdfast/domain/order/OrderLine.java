package dev.holdfast.domain.order;

import java.math.BigInteger;

/**
 * What an order asks for: one SKU, from wherever.
 *
 * @param quantity what it gets, in the SKU's smallest unit; 0 once nothing of it could be found
 *     anywhere
 * @param ordered what was asked for when a person last said so, above 0; more than the quantity
 *     once something was not found
 * @param amountMinor what the customer pays for all that was ordered, minor units of the order's
 *     currency; 0 where nobody said
 */
public record OrderLine(long skuId, long quantity, long ordered, long amountMinor) {
  /** The most that one line may cost; ten thousand million of most currencies. */
  public static final long MAX_AMOUNT_MINOR = 1_000_000_000_000L;

  /** Of which everything can be had, at a price that nobody said. */
  public OrderLine(long skuId, long quantity) {
    this(skuId, quantity, quantity, 0);
  }

  /** The same, of which only so much can be had. */
  OrderLine having(long had) {
    return new OrderLine(skuId, had, ordered, amountMinor);
  }

  /** The same, at the price of one that was there before, where nobody says another. */
  public OrderLine pricedLike(OrderLine before) {
    return amountMinor == 0
        ? new OrderLine(skuId, quantity, ordered, before.paidMinor(ordered))
        : this;
  }

  /** What is paid for so much of it: the same share of the amount, rounded half up. */
  public long paidMinor(long units) {
    if (units == ordered || amountMinor == 0) {
      return amountMinor;
    }
    BigInteger twice = BigInteger.valueOf(2 * ordered);
    return BigInteger.valueOf(amountMinor)
        .multiply(BigInteger.valueOf(2 * units))
        .add(BigInteger.valueOf(ordered))
        .divide(twice)
        .longValueExact();
  }
}
