package dev.holdfast.domain.stock;

import dev.holdfast.domain.stock.lot.LotMark;

/** What each movement does to one line's position. */
final class MovementRules {
  private MovementRules() {}

  static void work(Movement movement, int index, Line line, Draft draft) {
    switch (movement) {
      case RECEIVE, RETURN -> add(index, line, movement.entry(), draft);
      case ADJUST -> adjust(index, line, draft);
      case COUNT -> count(line, draft);
      case WRITE_OFF -> takeAway(index, line, line.quantity(), EntryKind.WRITTEN_OFF, draft);
      case SELL -> sell(index, line, draft);
      case SET_SAFETY_STOCK -> {
        Balance before = draft.balance(line.position());
        draft.enter(line, movement.entry(), before, before.withSafetyStock(line.quantity()));
      }
    }
  }

  /** Goods come to the position; a shortfall is mended first. */
  static void add(int index, Line line, EntryKind kind, Draft draft) {
    Balance before = draft.balance(line.position());
    long room = Balance.MAX_ON_HAND - before.onHand();
    if (line.quantity() > room) {
      draft.refuse(index, line, room, Refusal.POSITION_FULL);
    } else {
      draft.enter(line, kind, before, before.corrected(line.quantity(), 0));
    }
  }

  private static void adjust(int index, Line line, Draft draft) {
    if (line.quantity() < 0) {
      takeAway(index, line, -line.quantity(), EntryKind.ADJUSTED, draft);
    } else {
      add(index, line, EntryKind.ADJUSTED, draft);
    }
  }

  private static void takeAway(int index, Line line, long quantity, EntryKind kind, Draft draft) {
    Balance before = draft.balance(line.position());
    if (quantity > before.onHand()) {
      draft.refuse(index, line, before.onHand(), Refusal.NOT_ON_HAND);
    } else {
      draft.enter(line, kind, before, before.corrected(-quantity, 0));
    }
  }

  /** Only what is left of the lot: what is beyond belongs to others. */
  static void writeOff(LotMark lot, int index, Line line, WorkingSet set, Draft draft) {
    long onHand = draft.balance(line.position()).onHand();
    long left = set.leftOfLot(line.position(), lot.lot(), onHand);
    if (line.quantity() > left) {
      draft.refuse(index, line, left, Refusal.NOT_ON_HAND);
    } else {
      takeAway(index, line, line.quantity(), EntryKind.WRITTEN_OFF, draft);
    }
  }

  private static void count(Line line, Draft draft) {
    Balance before = draft.balance(line.position());
    long delta = line.quantity() - before.onHand();
    draft.enter(line, EntryKind.COUNTED, before, before.corrected(delta, 0));
  }

  private static void sell(int index, Line line, Draft draft) {
    Balance before = draft.balance(line.position());
    if (line.quantity() > before.unreserved()) {
      draft.refuse(index, line, before.unreserved(), Refusal.INSUFFICIENT_STOCK);
    } else {
      draft.enter(line, EntryKind.SOLD, before, before.claimed(-line.quantity(), 0));
    }
  }
}
