package dev.holdfast.storage.api;

/**
 * Elects the one node that does background jobs. The winner stays until it stops, dies or loses the
 * store; then another node wins. Two nodes may believe that they lead for the moment in which a
 * lost connection is noticed: jobs must be harmless when done twice.
 */
public interface JobElection extends AutoCloseable {
  /** Whether this node leads now. Never throws: a store that cannot be asked elects nobody. */
  boolean leads();

  /** Gives up leadership. */
  @Override
  void close();
}
