package dev.holdfast.storage.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Roll-ups in MongoDB: a replica set, or one whose shards are. Without transactions; a batch is
 * seen by readers part by part, while the mark still tells the time before it. Questions go where
 * the URL's read preference says, batches to the primary. Safe for several threads.
 */
public final class MongoRollUpStore implements RollUpStore, AutoCloseable {
  private final MongoClient client;
  private final MongoDatabase database;
  private final FoldStates seen;
  private final Questions questions;
  private final Folding folding;
  private final AtomicBoolean prepared = new AtomicBoolean();

  /**
   * @param client is closed with this
   * @param maxEntries of a part of a batch
   */
  MongoRollUpStore(MongoClient client, String database, int maxEntries) {
    this.client = client;
    this.database = client.getDatabase(database);
    Shelves asked = Shelves.of(this.database);
    this.seen = new FoldStates(asked.state());
    this.questions = new Questions(asked);
    this.folding = new Folding(Shelves.ofPrimary(this.database), maxEntries);
  }

  /**
   * Nothing is asked of the server yet: it may be away when a node starts.
   *
   * @param url {@code mongodb://host1,host2/database?replicaSet=name}; without a database it is
   *     {@code holdfast}
   * @throws IllegalArgumentException with the mend when the URL cannot be read
   */
  public static MongoRollUpStore connect(String url) {
    return new MongoRollUpStore(
        MongoClients.create(Connecting.settings(url, null)),
        Connecting.database(url),
        Parts.MAX_ENTRIES);
  }

  @Override
  public Mark mark() {
    return asking(() -> seen.read().mark());
  }

  @Override
  public Version version(ClientId whose) {
    return asking(() -> seen.version(whose));
  }

  @Override
  public boolean fold(FactBatch batch) {
    return asking(() -> {
      prepare();
      return folding.fold(batch);
    });
  }

  @Override
  public List<RollUpRow> read(RollUpQuestion question) {
    return asking(() -> questions.read(question));
  }

  @Override
  public List<Waiting> backlog(BacklogQuestion question) {
    return asking(() -> questions.backlog(question));
  }

  @Override
  public void clear() {
    asking(() -> {
      prepare();
      folding.clear();
      return true;
    });
  }

  /** Without the unique indexes nothing would count once, so they come before the first write. */
  private void prepare() {
    if (!prepared.get()) {
      Shelves.makeIndexes(database);
      prepared.set(true);
    }
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (MongoException failed) {
      throw new StoreUnavailableException("MongoDB: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
