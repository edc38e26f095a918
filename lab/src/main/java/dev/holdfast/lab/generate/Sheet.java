package dev.holdfast.lab.generate;

/** Takes the orders of a client's day, one after the other. For one thread. */
public interface Sheet {
  /** Writes what it wants of the order, which changes afterwards. */
  void add(GeneratedOrder order);
}
