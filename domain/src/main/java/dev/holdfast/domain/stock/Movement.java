package dev.holdfast.domain.stock;

/** A stock command that stands alone: no reservation or transfer is involved. */
public enum Movement {
  /** Goods came in: on hand grows. */
  RECEIVE(EntryKind.RECEIVED),
  /** A correction with a reason: the quantity is signed. */
  ADJUST(EntryKind.ADJUSTED),
  /** Somebody looked: the quantity is what is physically there. */
  COUNT(EntryKind.COUNTED),
  /** Spoiled, broken, stolen: on hand shrinks, also below what is reserved. */
  WRITE_OFF(EntryKind.WRITTEN_OFF),
  /** Sold at the till, at once: only what nobody has reserved. Safety stock may be sold. */
  SELL(EntryKind.SOLD),
  /** A sale undone: on hand grows. */
  RETURN(EntryKind.RETURNED),
  /** Sets what is withheld from promising; nothing moves. */
  SET_SAFETY_STOCK(EntryKind.SAFETY_STOCK_SET);

  private final EntryKind entry;

  Movement(EntryKind entry) {
    this.entry = entry;
  }

  /** The kind of ledger entry that it leaves. */
  public EntryKind entry() {
    return entry;
  }

  /** Whether on hand may grow by it. */
  public boolean mayBringGoods() {
    return switch (this) {
      case RECEIVE, ADJUST, COUNT, RETURN -> true;
      case WRITE_OFF, SELL, SET_SAFETY_STOCK -> false;
    };
  }

  /** Whether it may bring a position into being that nothing ever happened to. */
  public boolean mayCreatePosition() {
    return this != SELL && this != WRITE_OFF;
  }
}
