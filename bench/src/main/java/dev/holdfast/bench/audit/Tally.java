package dev.holdfast.bench.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts what a check looked at and what it found broken, and keeps the first few of those. */
final class Tally {
  /** Enough to see a pattern; a person asks the database for the rest. */
  static final int KEPT = 5;

  private final Check check;
  private final List<Violation> first = new ArrayList<>();
  private long examined;
  private long violations;
  private String notChecked = "";

  Tally(Check check) {
    this.check = check;
  }

  Check check() {
    return check;
  }

  void examined(long count) {
    examined = count;
  }

  long examined() {
    return examined;
  }

  void add(Violation violation) {
    violations++;
    if (first.size() < KEPT) {
      first.add(violation);
    }
  }

  long violations() {
    return violations;
  }

  List<Violation> first() {
    return first;
  }

  /** Says why nobody can tell whether the promise holds. */
  void notChecked(String why) {
    notChecked = why;
  }

  /** Why it was not checked; empty if it was. */
  String notChecked() {
    return notChecked;
  }
}
