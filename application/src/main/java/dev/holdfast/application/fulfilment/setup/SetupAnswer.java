package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.Violation;
import java.util.List;

/** What became of a change of settings. */
public sealed interface SetupAnswer {
  /** It counts from now on, on this node at once, on the others within a second. */
  record Saved(long revision) implements SetupAnswer {}

  /** Nothing was changed, for these reasons. */
  record Invalid(List<Violation> violations) implements SetupAnswer {
    /** Copies the list. */
    public Invalid {
      violations = List.copyOf(violations);
    }
  }

  /** Nothing was changed: there is no such SKU, location or setting. */
  record NotThere() implements SetupAnswer {}

  /** Nothing was changed: others change settings all the time. To be tried again. */
  record Busy() implements SetupAnswer {}
}
