package dev.holdfast.storage.mongo;

import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.mongo.FoldState.Pending;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches without transactions. A batch is written down first, then made certain by one change of
 * one document, then made; whoever finds one that is certain and not made goes on with it. Why that
 * counts everything once, wherever anybody stops, is in RATIONALE.md.
 */
final class Folding {
  /** So often another node may begin a batch just before everything is to be forgotten. */
  private static final int MAX_TRIES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private final FoldStates states;
  private final Parts parts;
  private final ClientDocuments rows;
  private final ClientDocuments facts;

  /**
   * @param shelves of the server that writes
   * @param maxEntries see {@link Parts#MAX_ENTRIES}
   */
  Folding(Shelves shelves, int maxEntries) {
    this.states = new FoldStates(shelves.state());
    this.parts = new Parts(shelves.parts(), maxEntries);
    this.rows = shelves.rows();
    this.facts = shelves.facts();
  }

  /** See {@link dev.holdfast.storage.api.RollUpStore#fold}. */
  boolean fold(FactBatch batch) {
    FoldState state = states.readOrMake();
    if (state.pending() != null) {
      finish(state.batch(), state.pending());
      state = states.read();
    }
    if (state.pending() != null || state.mark().value() != batch.from()) {
      return false;
    }
    Change change = Change.of(batch, facts);
    UUID attempt = UUID.randomUUID();
    long number = state.batch() + 1;
    int written = parts.write(number, attempt, change);
    Pending pending =
        new Pending(
            attempt,
            written,
            new Mark(batch.to(), batch.asOf()),
            change.clients(),
            /* forgetting= */ false);
    if (!states.begin(state, pending)) {
      return false;
    }
    finish(number, pending);
    return true;
  }

  /**
   * Empties every row and fact, as a batch that changes all of them: keys stay, so that a node that
   * is late with an earlier batch finds its changes made.
   */
  void clear() {
    for (int i = 0; i < MAX_TRIES; i++) {
      FoldState state = states.readOrMake();
      if (state.pending() != null && !state.pending().forgetting()) {
        // Rows that only this batch has must exist before they can be emptied.
        finish(state.batch(), state.pending());
        state = states.read();
      }
      Pending pending =
          new Pending(UUID.randomUUID(), 0, Mark.START, Set.of(), /* forgetting= */ true);
      if (states.begin(state, pending)) {
        finish(state.batch() + 1, pending);
        return;
      }
    }
    throw new IllegalStateException(
        "others go on folding into the roll-ups in MongoDB; stop them, then forget everything");
  }

  private void finish(long batch, Pending pending) {
    if (pending.forgetting()) {
      rows.settleAll(batch, RowDocuments.emptying());
      facts.settleAll(batch, FactDocuments.emptying());
    } else if (!parts.make(batch, pending, rows, facts)) {
      warnOfLostParts(batch, pending);
      return;
    }
    states.finish(batch, pending);
    parts.forget(batch);
  }

  /** Another node may have finished the batch meanwhile; if not, it cannot be finished at all. */
  private void warnOfLostParts(long batch, Pending pending) {
    Pending now = states.read().pending();
    if (now != null && now.attempt().equals(pending.attempt())) {
      LOG.error(
          "Batch {} of the roll-ups in MongoDB cannot be finished: parts of it were deleted from"
              + " fold_part. Reports stand still until everything is folded again",
          batch);
    }
  }
}
