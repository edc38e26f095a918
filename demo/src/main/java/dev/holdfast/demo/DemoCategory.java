package dev.holdfast.demo;

import java.util.Locale;

/** The department of the warehouse club that sells a SKU. */
public enum DemoCategory {
  /** Fruit and vegetables; the only category sold by weight. */
  PRODUCE,
  /** Food and drink, also chilled and frozen. */
  GROCERY,
  /** Paper, cleaning, health, baby and pet supplies. */
  HOUSEHOLD,
  /** Everything else, from light bulbs to kayaks. */
  GENERAL;

  /** The word that files use: the lower-case name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DemoCategory ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
