package dev.holdfast.application.floor;

import dev.holdfast.domain.fulfilment.pick.WaveState;
import dev.holdfast.storage.api.FloorStore.Request;
import dev.holdfast.storage.api.FloorStore.WaveRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wave: the shipments of one location that are given to pickers together. Immutable.
 *
 * @param unfinished whether its orders do not all say yet what it says
 * @param createdAt null before it was kept
 */
public record FloorWave(
    UUID id,
    String number,
    int locationId,
    WaveState state,
    long version,
    boolean unfinished,
    Request request,
    @Nullable Instant createdAt,
    Content content) {

  /**
   * What only the wave itself knows.
   *
   * @param carrier who collects it
   * @param actor the number of the API key that started it
   * @param lists its pick lists, in the order of their numbers
   * @param done the pick lists that are done
   * @param walkMm all walks together
   * @param notes what is amiss with layout and slots
   */
  public record Content(
      String carrier,
      Instant cutOff,
      int actor,
      List<Member> members,
      List<Planned> lists,
      List<UUID> done,
      long walkMm,
      List<String> notes) {
    public Content {
      members = List.copyOf(members);
      lists = List.copyOf(lists);
      done = List.copyOf(done);
      notes = List.copyOf(notes);
    }

    Content with(List<Member> others, long newWalkMm) {
      return new Content(carrier, cutOff, actor, others, lists, done, newWalkMm, notes);
    }

    Content withDone(UUID list) {
      List<UUID> more = new ArrayList<>(done);
      if (!more.contains(list)) {
        more.add(list);
      }
      return new Content(carrier, cutOff, actor, members, lists, more, walkMm, notes);
    }
  }

  /**
   * A shipment of the wave.
   *
   * @param number its order's
   * @param units pieces to pick
   * @param list the pick list that it is picked with
   * @param reason why it dropped out; null where it did not
   */
  public record Member(
      UUID order,
      UUID shipment,
      String number,
      long units,
      UUID list,
      Standing standing,
      @Nullable String reason) {
    Member in(Standing next, @Nullable String why) {
      return new Member(order, shipment, number, units, list, next, why);
    }
  }

  /** How a shipment of a wave stands. */
  public enum Standing {
    /** The order does not know yet. */
    WAITING,
    PICKING,
    /** Changed or cancelled before the wave reached it; or the wave was cancelled. */
    DROPPED
  }

  /** A pick list that the wave has or will have. */
  public record Planned(UUID id, String number) {}

  FloorWave next(WaveState to, boolean left, Content now) {
    return new FloorWave(id, number, locationId, to, version + 1, left, request, createdAt, now);
  }

  WaveRow row() {
    return new WaveRow(
        id, number, locationId, state, version, unfinished, request, FloorJson.write(content));
  }
}
