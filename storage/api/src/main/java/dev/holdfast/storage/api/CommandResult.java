package dev.holdfast.storage.api;

import dev.holdfast.domain.stock.Outcome;

/** What an engine answers to one command of a batch. */
public sealed interface CommandResult {
  /**
   * Done or refused, and durable.
   *
   * @param replayed whether the outcome is that of an earlier attempt with the same key
   */
  record Settled(Outcome outcome, boolean replayed) implements CommandResult {}

  /** The key belongs to an earlier, different request; nothing was done. */
  record KeyReused() implements CommandResult {}

  /** The store could not take the command; certainly nothing was done. */
  record NoEffect(String cause) implements CommandResult {}

  /**
   * The commit was sent and its fate is not known: all of the command happened or nothing. The same
   * key settles it.
   */
  record Unknown(String cause) implements CommandResult {}
}
