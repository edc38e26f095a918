package dev.holdfast.lab.stage;

/**
 * One way to keep the same facts. Loaded once, after the stage before it, and then asked by one
 * thread.
 */
public interface Stage {
  /** From 0. */
  int number();

  String name();

  /** One sentence: what is different from the stage before. */
  String note();

  /** Makes it ready to be asked. */
  Load load(Demanded demanded) throws Exception;

  Answer ask(Question question) throws Exception;

  /**
   * Bytes that the engine looks at for the question, from memory or disk; -1 where nobody can know.
   */
  long readBytes(Question question) throws Exception;

  /** What it takes, asked after the questions. */
  Size size() throws Exception;

  /**
   * What it took to get there.
   *
   * @param seconds from the stage before
   * @param refreshSeconds for one more minute of orders, as far as it was measured; below 0 where
   *     there is nothing to refresh
   */
  record Load(double seconds, double refreshSeconds) {}

  /**
   * What it takes.
   *
   * @param memoryBytes of the engine's processes; -1 where nobody can know
   */
  record Size(long diskBytes, long memoryBytes) {}
}
