package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.contract.catalogue.CatalogueContract;
import dev.holdfast.storage.contract.catalogue.SkuContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class PostgresCatalogueStoreTest {
  private static PostgresFixture fixture;
  private static CatalogueStore store;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
    store = new PostgresCatalogueStore(fixture.database());
  }

  @AfterAll
  static void close() throws Exception {
    fixture.close();
  }

  @Nested
  class Catalogue extends CatalogueContract {
    @Override
    protected CatalogueStore store() {
      return store;
    }

    @Override
    protected ClientId newClient() {
      return fixture.newClient();
    }
  }

  @Nested
  class Skus extends SkuContract {
    @Override
    protected CatalogueStore store() {
      return store;
    }

    @Override
    protected ClientId newClient() {
      return fixture.newClient();
    }
  }
}
