package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.List;

/** Which pieces of one search may share a shipment or a location, as masks of pieces. */
final class PieceRules {
  private final int[] shipmentFoes;
  private final int[] locationFoes;
  private final boolean anyLocation;

  PieceRules(Question<?> question, List<Piece> pieces) {
    shipmentFoes = foes(question, pieces, Scope.SHIPMENT);
    locationFoes = foes(question, pieces, Scope.LOCATION);
    anyLocation = any(locationFoes);
  }

  private static int[] foes(Question<?> question, List<Piece> pieces, Scope scope) {
    int[] foes = new int[pieces.size()];
    if (!question.separation.any(scope)) {
      return foes;
    }
    for (int one = 0; one < foes.length; one++) {
      long apart = 0;
      for (int item : pieces.get(one).items()) {
        apart |= question.separation.apart(scope, item);
      }
      for (int other = 0; other < foes.length; other++) {
        if (other != one && (apart & pieces.get(other).mask()) != 0) {
          foes[one] |= 1 << other;
        }
      }
    }
    return foes;
  }

  private static boolean any(int[] foes) {
    for (int mask : foes) {
      if (mask != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a piece may join a shipment of others. */
  boolean mayShip(int piece, int others) {
    return (shipmentFoes[piece] & others) == 0;
  }

  boolean mayShareLocation(int set) {
    return !anyLocation || peaceful(locationFoes, set);
  }

  private static boolean peaceful(int[] foes, int set) {
    for (int rest = set; rest != 0; rest &= rest - 1) {
      if ((foes[Integer.numberOfTrailingZeros(rest)] & set) != 0) {
        return false;
      }
    }
    return true;
  }
}
