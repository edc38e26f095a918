package dev.holdfast.storage.contract;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock as a list of facts per position. A balance is never kept: it is summed up from the facts
 * whenever somebody asks, so it cannot be wrong in the way that a kept balance can.
 */
final class ReferenceStock {
  private final Map<PositionKey, List<Fact>> facts = new TreeMap<>();

  /** Why a command happened, and when. */
  record Origin(Instant at, int actor, @Nullable String note, @Nullable UUID subject) {}

  /**
   * Something that happened to a position.
   *
   * @param safetyStock what is withheld from now on; null when that did not change
   */
  record Fact(
      EntryKind kind,
      long onHandDelta,
      long reservedDelta,
      @Nullable Long safetyStock,
      Origin by) {}

  /** Every position that something happened to, in key order. */
  List<PositionKey> positions() {
    return List.copyOf(facts.keySet());
  }

  List<Fact> facts(PositionKey position) {
    return Collections.unmodifiableList(facts.getOrDefault(position, List.of()));
  }

  Balance balance(PositionKey position) {
    return sum(facts(position));
  }

  /** The balance that so many facts add up to. */
  static Balance sum(List<Fact> facts) {
    long onHand = 0;
    long reserved = 0;
    long safetyStock = 0;
    for (Fact fact : facts) {
      onHand += fact.onHandDelta();
      reserved += fact.reservedDelta();
      if (fact.safetyStock() != null) {
        safetyStock = fact.safetyStock();
      }
    }
    long missing = reserved > onHand ? reserved - onHand : 0;
    return new Balance(onHand, reserved, safetyStock, missing, facts.size());
  }

  /** Facts that become true together, or are thrown away. */
  final class Attempt {
    private final Map<PositionKey, List<Fact>> tentative = new TreeMap<>();

    Balance balance(PositionKey position) {
      List<Fact> all = new ArrayList<>(facts(position));
      all.addAll(tentative.getOrDefault(position, List.of()));
      return sum(all);
    }

    void add(PositionKey position, Fact fact) {
      tentative.computeIfAbsent(position, none -> new ArrayList<>()).add(fact);
    }

    void makeTrue() {
      tentative.forEach((position, added) ->
          facts.computeIfAbsent(position, none -> new ArrayList<>()).addAll(added));
    }
  }
}
