package dev.holdfast.domain.stock;

/**
 * One movement of a position and the balance that it left. Who, when and why are the batch's and
 * the command's.
 *
 * @param after its version is the entry's number
 */
public record LedgerEntry(
    PositionKey position, EntryKind kind, long onHandDelta, long reservedDelta, Balance after) {}
