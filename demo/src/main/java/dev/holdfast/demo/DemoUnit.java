package dev.holdfast.demo;

import java.util.Locale;

/** The base unit of a SKU and how finely it is counted. */
public enum DemoUnit {
  /** Whole pieces. */
  EACH(0),
  /** Kilograms, counted in grams. */
  KG(3);

  private final int scale;

  DemoUnit(int scale) {
    this.scale = scale;
  }

  /** Decimals of a quantity: the smallest unit is 10^-scale of the base unit. */
  public int scale() {
    return scale;
  }

  /** The word that files use: the lower-case name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
