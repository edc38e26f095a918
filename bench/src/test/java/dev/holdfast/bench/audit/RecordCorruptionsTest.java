package dev.holdfast.bench.audit;

import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with orders, outcomes and who sees what is found. The others are in {@link
 * StockCorruptionsTest}, because two classes are tested at once.
 */
class RecordCorruptionsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("corruptions")
  void isFoundAndSaid(Corruption corruption) throws SQLException {
    Audits.demandFound(corruption);
  }

  static Stream<Corruption> corruptions() {
    return Stream.of(
            OrderCorruptions.plans(),
            OutcomeCorruptions.outcomes(),
            OutcomeCorruptions.losses(),
            IsolationCorruptions.rows(),
            IsolationCorruptions.security(),
            IsolationCorruptions.roles())
        .flatMap(Collection::stream);
  }
}
