package dev.holdfast.bench.audit;

import java.util.Locale;

/**
 * One promise that the auditor looks at.
 *
 * @param invariant the number of the invariant that it belongs to
 * @param name the promise, as a clause
 * @param examined what it looks at
 * @param mend what an operator does where it is broken
 */
record Check(int invariant, String name, Examined examined, String mend) {
  /** The check as a person reads it. */
  String title() {
    return invariant + " " + name;
  }

  /** The check as the name of a figure. */
  String figure() {
    return title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}
