package dev.holdfast.domain.transfer;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Stock under way to another location. Its lines name the positions that it left; its state changes
 * only while the positions at both ends are locked.
 */
public record Transfer(
    UUID id,
    ClientId client,
    TransferState state,
    int toLocation,
    List<Line> lines,
    Instant sentAt) {
  public Transfer in(TransferState next) {
    return new Transfer(id, client, next, toLocation, lines, sentAt);
  }

  /** The position where a line arrives. */
  public PositionKey destination(Line line) {
    return PositionKey.of(line.position().skuId(), toLocation);
  }
}
