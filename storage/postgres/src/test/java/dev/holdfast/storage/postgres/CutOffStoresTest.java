package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.catalogue.Samples;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Stores whose database has gone say so, and do not answer with what they do not know. */
class CutOffStoresTest {
  private static final ClientId CLIENT = new ClientId(1);

  @Test
  void aLostDatabaseIsReportedAsUnavailable() {
    LossyWire wire = new LossyWire(TestServer.port());
    DatabaseTarget target = TestServer.through(wire.port(), TestServer.newDatabase());
    try (Database database = Database.open(target, 1)) {
      PostgresCatalogueStore catalogue = new PostgresCatalogueStore(database);
      PostgresAccessStore access = new PostgresAccessStore(database);
      catalogue.locationRefs(CLIENT);
      access.clients();

      wire.close();

      List<ThrowingCallable> questions =
          List.of(
              () -> catalogue.create(CLIENT, Samples.sku("A").make()),
              () -> access.principal(new byte[32]));
      for (ThrowingCallable question : questions) {
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(question);
      }
    }
  }
}
