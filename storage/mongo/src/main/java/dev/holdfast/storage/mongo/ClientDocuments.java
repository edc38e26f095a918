package dev.holdfast.storage.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.holdfast.domain.catalogue.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A collection of which every document belongs to a client, and the only way to it: each statement
 * about one client's documents gets its client here. Only {@link #settleAll} is about everybody's.
 */
final class ClientDocuments {
  /** Whose a document is. */
  private static final String CLIENT = "client";

  /** The number of the batch that changed a document last. */
  static final String BATCH = "batch";

  private static final UpdateOptions INSERT_IF_MISSING = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> collection;

  ClientDocuments(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  private static Document of(ClientId client, Document more) {
    Document filter = new Document(CLIENT, client.value());
    filter.putAll(more);
    return filter;
  }

  FindIterable<Document> find(ClientId client, Document more) {
    return collection.find(of(client, more)).maxTime(Connecting.READ_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What the stages make of one client's documents that match. */
  AggregateIterable<Document> aggregate(ClientId client, Document more, List<Document> stages) {
    List<Document> pipeline = new ArrayList<>();
    pipeline.add(new Document("$match", of(client, more)));
    pipeline.addAll(stages);
    return collection.aggregate(pipeline).maxTime(Connecting.READ_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Changes the one document with a unique key, or makes it, unless this batch or a later one has
   * changed it already.
   */
  static UpdateOneModel<Document> changeOnce(
      ClientId client, Document key, long batch, Document change) {
    Document filter = of(client, key).append(BATCH, new Document("$lt", batch));
    return new UpdateOneModel<>(filter, marked(change, batch), INSERT_IF_MISSING);
  }

  private static Document marked(Document change, long batch) {
    Document set = new Document(change.get("$set", new Document())).append(BATCH, batch);
    return new Document(change).append("$set", set);
  }

  /**
   * Changes documents, in any order. A change that this batch or a later one has made already does
   * not match, tries to insert the document a second time and is refused by the unique key: that
   * refusal is no error.
   */
  void write(List<UpdateOneModel<Document>> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try {
      collection.bulkWrite(changes, IN_ANY_ORDER);
    } catch (MongoBulkWriteException refused) {
      if (refused.getWriteConcernError() != null
          || !refused.getWriteErrors().stream().allMatch(ClientDocuments::wasMade)) {
        throw refused;
      }
    }
  }

  private static boolean wasMade(BulkWriteError error) {
    return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  /** Changes every client's documents that no batch so late has changed. */
  void settleAll(long batch, Document change) {
    collection.updateMany(new Document(BATCH, new Document("$lt", batch)), marked(change, batch));
  }
}
