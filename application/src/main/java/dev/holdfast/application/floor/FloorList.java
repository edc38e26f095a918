package dev.holdfast.application.floor;

import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.Point;
import dev.holdfast.domain.fulfilment.pick.Slot;
import dev.holdfast.storage.api.FloorStore.PickListRow;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pick list on its way: what one person picks in one walk, and what was found. Immutable.
 *
 * @param unfinished whether something was not found and its orders do not know yet
 */
public record FloorList(
    UUID id,
    String number,
    UUID wave,
    int locationId,
    PickListState state,
    long version,
    boolean unfinished,
    Content content) {

  /**
   * What only the list itself knows.
   *
   * @param picker the name of whoever took it; null before
   * @param layout the floor as it was when the list was made; null where none is known
   * @param walk corners of the way, from the depot to the depot
   * @param totes by their place on the cart
   * @param goods what is picked, each once
   * @param shortages what was not found, in the order in which it was said
   */
  public record Content(
      @Nullable String picker,
      long lengthMm,
      @Nullable Layout layout,
      List<Point> walk,
      List<Tote> totes,
      List<SkuCard> goods,
      List<Stop> stops,
      List<Shortage> shortages) {
    public Content {
      walk = List.copyOf(walk);
      totes = List.copyOf(totes);
      goods = List.copyOf(goods);
      stops = List.copyOf(stops);
      shortages = List.copyOf(shortages);
    }

    Content by(@Nullable String who) {
      return new Content(who, lengthMm, layout, walk, totes, goods, stops, shortages);
    }

    Content with(List<Stop> newStops, List<Shortage> newShortages) {
      return new Content(picker, lengthMm, layout, walk, totes, goods, newStops, newShortages);
    }

    Content with(List<Tote> newTotes) {
      return new Content(picker, lengthMm, layout, walk, newTotes, goods, stops, shortages);
    }
  }

  /**
   * Whose goods a tote takes.
   *
   * @param shipment null once nothing of it is left to pick
   */
  public record Tote(UUID order, String number, @Nullable UUID shipment, long units) {
    Tote of(@Nullable UUID other) {
      return new Tote(order, number, other, units);
    }
  }

  /**
   * One place to pick from.
   *
   * @param slot null where no slot is known
   */
  public record Stop(@Nullable Slot slot, boolean done, List<StopPick> picks) {
    public Stop {
      picks = List.copyOf(picks);
    }

    /** The place in words. */
    public String text() {
      return slot == null ? "no known slot" : slot.text();
    }
  }

  /**
   * One handful.
   *
   * @param lot the lot to take; null where any will do
   * @param tote its place on the cart, from 0
   * @param quantity smallest units
   * @param found null until somebody says
   */
  public record StopPick(
      long skuId,
      @Nullable String lot,
      @Nullable LocalDate expires,
      int tote,
      long quantity,
      @Nullable Long found) {
    StopPick found(@Nullable Long much) {
      return new StopPick(skuId, lot, expires, tote, quantity, much);
    }
  }

  /**
   * What an order did not get at a stop.
   *
   * @param shipment its shipment at that time
   * @param remainder what that shipment is called once it holds less
   * @param missing smallest units
   * @param writeOff of them, what the books still hold at that place
   * @param then what became of it, a sentence; null until it is settled
   */
  public record Shortage(
      int stop,
      long skuId,
      int tote,
      UUID shipment,
      UUID remainder,
      long missing,
      long writeOff,
      @Nullable String then) {
    Shortage settled(String sentence) {
      return new Shortage(stop, skuId, tote, shipment, remainder, missing, writeOff, sentence);
    }
  }

  /** The card of a SKU on this list. */
  public SkuCard card(long skuId) {
    return content.goods().stream()
        .filter(card -> card.id() == skuId)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("pick list " + number + " lacks " + skuId));
  }

  /** Stops of which somebody said what was found. */
  public long stopsDone() {
    return content.stops().stream().filter(Stop::done).count();
  }

  boolean isOver() {
    return state == PickListState.DONE || state == PickListState.CANCELLED;
  }

  FloorList next(PickListState to, boolean left, Content now) {
    return new FloorList(id, number, wave, locationId, to, version + 1, left, now);
  }

  PickListRow row() {
    return new PickListRow(
        id, number, wave, locationId, state, version, unfinished, FloorJson.write(content));
  }
}
