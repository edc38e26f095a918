package dev.holdfast.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoCompany;
import dev.holdfast.demo.DemoLocation;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.LocationInput;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresAccessStore;
import dev.holdfast.storage.postgres.PostgresCatalogueStore;
import dev.holdfast.storage.postgres.PostgresFactCatalogue;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo company's past, from its first words in the catalogue to what reports read. */
final class DemoHistoryTest {
  private static final LocalDateTime LONG_AGO = LocalDateTime.parse("2000-01-01T00:00");
  private static final LocalDateTime FAR_AWAY = LocalDateTime.parse("2200-01-01T00:00");

  @TempDir private Path files;

  @Test
  void thePastWaitsForTheDemoAndIsCountedOnce() throws Exception {
    try (EmbeddedStore store = EmbeddedStore.start(files);
        Database database = Database.open(store.target(), 1)) {
      AccessStore access = new PostgresAccessStore(database);
      DemoHistory history = new DemoHistory(new PostgresFactCatalogue(database.jobs()));
      List<DemoClient> company = DemoCompany.create().clients();
      ClientId harbor = client(database, access, company.getFirst());
      assertThat(history.get()).isNull();
      client(database, access, company.getLast());

      FactBatch past = Objects.requireNonNull(history.get());
      PostgresRollUpStore rollUps = new PostgresRollUpStore(database);
      assertThat(rollUps.fold(past)).isTrue();
      assertThat(rollUps.fold(past)).isFalse();

      assertThat(past.increments()).extracting(Contribution::key).doesNotHaveDuplicates();
      List<RollUpRow> all = read(rollUps, harbor, Cut.CLIENT, Set.of());
      Sums whole = new Sums();
      all.forEach(row -> whole.add(row.sums(), 1));
      assertThat(whole.get(Measure.ORDERS)).isBetween(8_000L, 13_000L);
      assertThat(whole.get(Measure.REVENUE)).isPositive();
      assertThat(whole.get(Measure.WALK_LINES)).isPositive();
      assertThat(whole.get(Measure.REFUSALS)).isPositive();
      assertThat(read(rollUps, harbor, Cut.SERVICE, Set.of(Dimension.SERVICE))).hasSize(4);
      assertThat(read(rollUps, harbor, Cut.CATEGORY, Set.of(Dimension.CATEGORY))).hasSize(4);
      assertThat(
              read(rollUps, harbor, Cut.STOCK, Set.of()).stream()
                  .mapToLong(row -> row.sums().get(Measure.ON_HAND_UNITS))
                  .sum())
          .isZero();
      access.createClient("somebody", "Somebody Else");
      assertThat(history.get()).isEqualTo(past);
    }
  }

  private static ClientId client(Database database, AccessStore access, DemoClient client) {
    ClientId id = access.createClient(client.code(), client.name()).orElseThrow().id();
    PostgresCatalogueStore catalogue = new PostgresCatalogueStore(database);
    for (DemoLocation one : client.locations()) {
      catalogue.create(
          id,
          new LocationInput(
                  one.code(),
                  one.name(),
                  one.kind().code(),
                  one.region(),
                  one.latitude(),
                  one.longitude(),
                  one.timeZone().getId(),
                  one.address())
              .toLocation());
    }
    return id;
  }

  private static List<RollUpRow> read(
      PostgresRollUpStore rollUps, ClientId client, Cut cut, Set<Dimension> by) {
    return rollUps.read(
        new RollUpQuestion(
            client,
            cut,
            Grain.MONTH,
            LONG_AGO,
            FAR_AWAY,
            Map.of(),
            false,
            by,
            EnumSet.allOf(Measure.class)));
  }
}
