package dev.holdfast.bench.report;

/** How a measured value must compare with the limit of its bar. */
public enum Relation {
  AT_LEAST(">="),
  AT_MOST("<="),
  LESS_THAN("<"),
  EXACTLY("=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  boolean holds(double value, double limit) {
    return switch (this) {
      case AT_LEAST -> value >= limit;
      case AT_MOST -> value <= limit;
      case LESS_THAN -> value < limit;
      case EXACTLY -> value == limit;
    };
  }
}
