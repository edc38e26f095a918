package dev.holdfast.lab.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server in this process that speaks MongoDB's protocol, for where there is no MongoDB. It is not
 * one: documents live in lists, of indexes it has the unique ones only.
 */
final class InProcessServer implements AutoCloseable {
  private final MongoServer server = new MongoServer(new Backend());
  private final String url = server.bindAndGetConnectionString();

  String url() {
    return url;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static final class Backend extends MemoryBackend {
    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
      return new Database(name, getCursorRegistry());
    }
  }

  private static final class Database extends MemoryDatabase {
    private final CursorRegistry cursors;

    Database(String name, CursorRegistry cursors) {
      super(name, cursors);
      this.cursors = cursors;
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new Collection(this, name, options, cursors);
    }
  }

  /**
   * Uses a unique index for queries that name its whole key and more. By itself the server looks
   * through everything then, and folding takes hours that say nothing about anybody's MongoDB.
   */
  private static final class Collection extends MemoryCollection {
    Collection(
        MemoryDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
      super(database, name, options, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
        Document query, Document order, int skip, int limit, int batch, Document projection) {
      for (Index<Integer> index : getIndexes()) {
        Document key = keyOf(index, query);
        if (key != null && index.canHandle(key)) {
          return matchDocuments(
              query, index.getPositions(key), order, skip, limit, batch, projection);
        }
      }
      return super.queryDocuments(query, order, skip, limit, batch, projection);
    }

    private static @Nullable Document keyOf(Index<Integer> index, Document query) {
      List<String> fields = index.getKeys().stream().map(key -> key.getKey()).toList();
      if (!index.isUnique() || !query.keySet().containsAll(fields)) {
        return null;
      }
      Document key = new Document();
      fields.forEach(field -> key.put(field, query.get(field)));
      return key;
    }
  }
}
