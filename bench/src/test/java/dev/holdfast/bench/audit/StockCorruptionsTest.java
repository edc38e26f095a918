package dev.holdfast.bench.audit;

import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with stock is found. The others are in {@link RecordCorruptionsTest}, because
 * two classes are tested at once.
 */
class StockCorruptionsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("corruptions")
  void isFoundAndSaid(Corruption corruption) throws SQLException {
    Audits.demandFound(corruption);
  }

  static Stream<Corruption> corruptions() {
    return Stream.of(
            StockCorruptions.balances(),
            StockCorruptions.guards(),
            StockCorruptions.ledger(),
            ReservationCorruptions.states(),
            ReservationCorruptions.entries(),
            ReservationCorruptions.transfers(),
            LotCorruptions.lots())
        .flatMap(Collection::stream);
  }
}
