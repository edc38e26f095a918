package dev.holdfast.domain.fulfilment.sourcing;

/**
 * Something that makes an order impossible to source.
 *
 * @param subject a SKU, a location or a class rule; empty when the order as a whole is to blame
 * @param sentence what is impossible and how to mend it, as whole sentences
 */
public record Obstacle(Kind kind, String subject, String sentence) {
  /** What sort of obstacle. */
  public enum Kind {
    /** Less is in stock, at all locations that may ship together, than a line asks for. */
    STOCK,
    /** A class rule cannot be kept. */
    CLASSES,
    /** It takes more shipments than are allowed. */
    LIMIT,
    /** A location can send nothing of it, or not what it would have to. */
    REFUSED,
    /** The order is too large to be planned at once. */
    SIZE
  }
}
