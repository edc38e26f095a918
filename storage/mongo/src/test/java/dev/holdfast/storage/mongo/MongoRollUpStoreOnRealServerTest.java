package dev.holdfast.storage.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract on the MongoDB that {@code HOLDFAST_MONGODB_URL} leads to, in a database of its own
 * that is dropped afterwards. Without the variable it is reported as not run.
 */
class MongoRollUpStoreOnRealServerTest extends MongoRollUpContract {
  private static final String VARIABLE = "HOLDFAST_MONGODB_URL";

  private final String database =
      "holdfast_contract_" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void needsAServer() {
    Assumptions.assumeTrue(
        System.getenv(VARIABLE) != null,
        "not run: set "
            + VARIABLE
            + " to a MongoDB replica set or sharded cluster, such as"
            + " mongodb://127.0.0.1:27017/?replicaSet=rs0, to run the contract on it");
  }

  private static String server() {
    return System.getenv().getOrDefault(VARIABLE, "");
  }

  @Override
  String url() {
    return server();
  }

  @Override
  String database() {
    return database;
  }

  @Override
  void afterwards() {
    if (server().isEmpty()) {
      return;
    }
    try (MongoClient admin = MongoClients.create(Connecting.settings(server(), null))) {
      admin.getDatabase(database).drop();
    }
  }
}
