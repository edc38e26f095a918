package dev.holdfast.bench.report;

/**
 * A bar is a threshold that a command promises to keep, with the value that was measured.
 *
 * <p>A bar that is not judged is shown but decides nothing: a short form on a busy machine cannot
 * judge speed. A bar of correctness is always judged. A value that is not a number never holds.
 *
 * @param name what is compared, for people and for the JSON form
 * @param value the measured value
 * @param relation how it must compare with the limit
 * @param limit the promise
 * @param judged whether it decides the exit code
 */
public record Bar(String name, double value, Relation relation, double limit, boolean judged) {

  /** Whether the measured value keeps the promise, judged or not. */
  public boolean holds() {
    return relation.holds(value, limit);
  }

  /** The promise as text, such as {@code >= 10}. */
  public String promise() {
    boolean whole = limit == Math.rint(limit);
    return relation.sign() + " " + (whole ? Long.toString((long) limit) : Double.toString(limit));
  }

  String verdict() {
    if (!judged) {
      return "not judged";
    }
    return holds() ? "holds" : "FAILS";
  }
}
