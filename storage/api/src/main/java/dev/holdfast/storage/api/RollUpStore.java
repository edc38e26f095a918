package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import java.time.Instant;
import java.util.List;

/**
 * Keeps what reports count, summed up in advance by {@link dev.holdfast.domain.reporting.Cut} and
 * {@link dev.holdfast.domain.reporting.Grain}. Safe for several threads; batches are folded by one
 * at a time. Every method throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface RollUpStore {
  /** How far facts are folded; {@link Mark#START} when nothing ever was. */
  Mark mark();

  /**
   * How far facts are folded, and which version of one client's rows that left. Asked before rows
   * are read, it says how long an answer made of them stays true: as long as its number is the
   * same.
   */
  Version version(ClientId client);

  /**
   * Adds a batch exactly once: what its facts contribute now replaces what they did before, and
   * increments are added, at every grain. All of it is seen by readers at once, or as the engine
   * says in its README; after a failure the same batch is given again and leads to the same sums.
   *
   * @return whether it was folded; false when the mark is not {@link FactBatch#from()}, so that
   *     somebody else has folded it
   */
  boolean fold(FactBatch batch);

  /**
   * Sums of one client's rows, by what the question groups them by; keys in their natural order,
   * times first. Rows whose sums are all 0 may be left out.
   */
  List<RollUpRow> read(RollUpQuestion question);

  /** Shipments that wait, the youngest age first; one element for each age, empty ones too. */
  List<Waiting> backlog(BacklogQuestion question);

  /** Forgets everything, so that facts are folded from the start again. */
  void clear();

  /**
   * How far facts are folded.
   *
   * @param value of {@link FactBatch#to()} of the last batch
   * @param asOf everything committed before this is counted
   */
  record Mark(long value, Instant asOf) {
    /** Nothing is folded. */
    public static final Mark START = new Mark(0, Instant.EPOCH);
  }

  /**
   * Of one client's rows.
   *
   * @param number another one after every batch with anything new of the client, and after {@link
   *     #clear}; never one that it was before. 0 before the first one
   */
  record Version(Mark mark, long number) {}
}
