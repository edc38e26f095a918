package dev.holdfast.domain.fulfilment.carton;

/**
 * Which lines may share a carton. It must be symmetric and pure. Asked about a line and itself, it
 * says whether two units of that line may share one.
 */
@FunctionalInterface
public interface Company {
  /** Whether units of both lines, by their index, may lie in one carton. */
  boolean mayShare(int line, int other);

  /** Everything may lie beside everything. */
  Company ANY = (line, other) -> true;
}
