package dev.holdfast.storage.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * The contract on a server inside this process that speaks MongoDB's protocol but is not MongoDB:
 * no replica set, no journal, no transactions.
 */
class MongoRollUpStoreOnInProcessServerTest extends MongoRollUpContract {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final String url = server.bindAndGetConnectionString();

  @Override
  String url() {
    return url;
  }

  @Override
  String database() {
    return "contract";
  }

  @Override
  void afterwards() {
    server.shutdownNow();
  }
}
