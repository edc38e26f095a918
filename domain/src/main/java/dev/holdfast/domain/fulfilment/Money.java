package dev.holdfast.domain.fulfilment;

/**
 * An amount of money: whole minor units (cents, pence, yen) of one currency. Amounts of different
 * currencies never meet: every operation on two of them refuses with an exception. Nothing rounds,
 * and what does not fit a long throws {@link ArithmeticException} instead of wrapping around.
 *
 * @param minor minor units; negative for a credit
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long minor, String currency) implements Comparable<Money> {
  private static final int CODE_LENGTH = 3;

  public Money {
    boolean code =
        currency.length() == CODE_LENGTH && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (!code) {
      throw new IllegalArgumentException(
          "'" + currency + "' is no currency: use its ISO 4217 code, such as USD.");
    }
  }

  /** An amount of nothing. */
  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /** The sum of both. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  /** What is left when the other amount is taken away; may be negative. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  /** So many times this amount. */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  /**
   * Smaller amounts first.
   *
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Amounts in " + currency + " and " + other.currency + " cannot be combined.");
    }
    return other;
  }
}
