package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.sourcing.Alternative.Kind;
import dev.holdfast.domain.fulfilment.sourcing.Question.Place;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why other ways to ship an order were not chosen. Every amount is a real price, never a guess. */
final class Reasons<D> {
  private static final long MINOR_PER_MAJOR = 100;

  private final Question<D> question;
  private final PriceMemo<D> prices;
  private final long everything;

  Reasons(Question<D> question, PriceMemo<D> prices) {
    this.question = question;
    this.prices = prices;
    everything = question.items.size() == Long.SIZE ? -1L : (1L << question.items.size()) - 1;
  }

  /** The sources that could not take part. */
  List<Alternative> ofShut() {
    return question.shut.stream()
        .map(shut -> new Alternative(List.of(shut.location()), shut.kind(), shut.reason(), 0))
        .toList();
  }

  /** Every source that does not ship the whole order, by its code. */
  List<Alternative> ofPlaces(Best best) {
    List<Alternative> reasons = new ArrayList<>(ofShut());
    for (int place = 0; place < question.places.size(); place++) {
      boolean does = best.places().get(place) && best.places().cardinality() == 1;
      if (!does) {
        reasons.add(alone(place, best));
      }
    }
    reasons.sort(Comparator.comparing(alternative -> alternative.locations().getFirst()));
    return reasons;
  }

  /** A plan that lost. */
  Alternative dearer(Best loser, Best best) {
    List<String> locations =
        loser.places().stream().mapToObj(place -> question.places.get(place).location).toList();
    long extra = minor(loser.cost) - minor(best.cost);
    return new Alternative(locations, Kind.DEARER, more(extra), extra);
  }

  private Alternative alone(int place, Best best) {
    Place<D> from = question.places.get(place);
    int has = 0;
    for (int line = 0; line < question.lines.size(); line++) {
      has += from.available[line] >= question.lines.get(line).quantity() ? 1 : 0;
    }
    if (has < question.lines.size()) {
      String reason = has == 0 ? "nothing in stock" : has + " of " + question.lines.size();
      return because(place, Kind.STOCK, has == 0 ? shreds(from) : reason + " in stock");
    }
    ClassRule rule = question.separation.broken(Scope.LOCATION, everything);
    if (rule != null) {
      return because(place, Kind.CLASSES, rule.sentence());
    }
    return question.separation.mayShare(Scope.SHIPMENT, everything)
        ? inOneShipment(place, best)
        : inSeveral(place, best);
  }

  private String shreds(Place<D> from) {
    for (long available : from.available) {
      if (available > 0) {
        return "too little in stock of every line";
      }
    }
    return "nothing in stock";
  }

  private Alternative inOneShipment(int place, Best best) {
    List<Piece> all = wholePieces(place);
    return switch (prices.price(place, all)) {
      case ShipmentQuote.Refused<D>(String reason) -> because(place, Kind.REFUSED, reason);
      case ShipmentQuote.Priced<D> sent -> {
        long missed = 0;
        for (Piece piece : all) {
          missed += question.opportunity(place, piece);
        }
        long total = sent.minor() + question.places.get(place).adjustment + missed;
        long bestTotal = minor(best.cost) - question.terms.splitMinor();
        yield because(place, total - bestTotal);
      }
    };
  }

  /** Class rules demand several shipments: the best way to do that from there. */
  private Alternative inSeveral(int place, Best best) {
    ClassRule rule = question.separation.broken(Scope.SHIPMENT, everything);
    String forbids = rule == null ? "takes several shipments" : rule.sentence();
    if (question.items.size() > BlockTable.MAX_PIECES) {
      return because(place, Kind.CLASSES, forbids);
    }
    Best alone = new Best(Set.of());
    new PlanSearch<>(question, wholePieces(place), prices, alone).run();
    if (!alone.found()) {
      @Nullable String refusal = prices.refusals().get(question.places.get(place).location);
      return refusal != null
          ? because(place, Kind.REFUSED, refusal)
          : because(place, Kind.LIMIT, "too many shipments, because " + forbids);
    }
    return because(place, minor(alone.cost) - minor(best.cost));
  }

  private List<Piece> wholePieces(int place) {
    List<Piece> pieces = new ArrayList<>();
    for (int item = 0; item < question.items.size(); item++) {
      pieces.add(Piece.share(item, question.items.get(item).part(), place));
    }
    return pieces;
  }

  private Alternative because(int place, Kind kind, String reason) {
    return new Alternative(List.of(question.places.get(place).location), kind, reason, 0);
  }

  private Alternative because(int place, long extra) {
    String location = question.places.get(place).location;
    return new Alternative(List.of(location), Kind.DEARER, more(extra), extra);
  }

  /** Bonuses can make a cost negative. */
  private static long minor(long cost) {
    return Math.floorDiv(cost, BlockTable.SCALE);
  }

  private static String more(long minor) {
    if (minor == 0) {
      return "costs the same";
    }
    return "%d.%02d more".formatted(minor / MINOR_PER_MAJOR, minor % MINOR_PER_MAJOR);
  }
}
