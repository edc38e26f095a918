package dev.holdfast.bench.audit;

import java.util.List;

/** Lots that say what cannot be: invariant 11. */
final class LotCorruptions {
  private LotCorruptions() {}

  /** A lot at a position with more than ten on hand. */
  private static String lot(String expires, int received, int remaining) {
    return """
    insert into lot select client_id, id, 'L1', '%s', %d, %d, now() from position
    where on_hand > 10 order by id limit 1\
    """
        .formatted(expires, received, remaining);
  }

  static List<Corruption> lots() {
    return List.of(
        Corruption.of(
            "aLotHoldsMoreThanCameOfIt",
            "11 no lot remains beyond what came of it",
            "found 6 of 5 remain",
            lot("2099-01-01", 5, 6)),
        Corruption.of(
            "aLotThatWasGoneComesBack",
            "11 what remains in lots was on hand",
            "found 1000000 remain in lots",
            lot("2099-01-01", 1_000_000, 1_000_000)),
        Corruption.of(
            "nobodyWritesOffWhatIsOver",
            "11 nothing is left a day after its last day",
            "last day 2020-01-01",
            lot("2020-01-01", 5, 5)));
  }
}
