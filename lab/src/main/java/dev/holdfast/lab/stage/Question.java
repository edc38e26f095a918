package dev.holdfast.lab.stage;

import dev.holdfast.lab.generate.ClientProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One look at one report.
 *
 * @param from first local day; of {@link Report#PAYDAY} the last payday
 * @param to last local day; of {@link Report#PAYDAY} this payday
 * @param location a code, or empty for every place
 * @param days the Fridays of {@link Report#PAYDAY}, else empty
 * @param now when it is asked: after everything that was generated
 */
public record Question(
    Report report,
    ClientProfile client,
    LocalDate from,
    LocalDate to,
    String location,
    List<LocalDate> days,
    Instant now) {
  /** Copies the list. */
  public Question {
    days = List.copyOf(days);
  }

  @Override
  public String toString() {
    return report.label()
        + " of "
        + client.code()
        + " from "
        + from
        + " to "
        + to
        + (location.isEmpty() ? "" : " at " + location);
  }
}
