package dev.holdfast.storage.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.mongo.FoldState.Pending;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The one document that decides. Each of its changes names the batch that it was thought of at, so
 * that of several nodes one succeeds and the others learn that they are late.
 */
final class FoldStates {
  private static final Document THE_ONE = new Document("_id", "fold");

  private final MongoCollection<Document> collection;

  FoldStates(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  FoldState read() {
    Document state =
        collection.find(THE_ONE).maxTime(Connecting.READ_MILLIS, TimeUnit.MILLISECONDS).first();
    return state == null ? FoldState.START : FoldState.read(state);
  }

  /** The same, after making the document where it is missing. */
  FoldState readOrMake() {
    FoldState state = read();
    if (state.batch() == 0) {
      Document start =
          new Document("mark", Mark.START.value())
              .append("asOf", Date.from(Mark.START.asOf()))
              .append("batch", 0L);
      try {
        collection.updateOne(
            THE_ONE, new Document("$setOnInsert", start), new UpdateOptions().upsert(true));
      } catch (MongoWriteException refused) {
        // Two nodes make it at once: one of them does.
        if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw refused;
        }
      }
    }
    return state;
  }

  /**
   * Makes a batch certain, with the number after the state's. What was pending then is given up.
   *
   * @return false when somebody else was faster, and nothing has changed
   */
  boolean begin(FoldState thoughtOf, Pending pending) {
    Document filter = at(thoughtOf.batch());
    if (thoughtOf.pending() == null) {
      filter.append("pending", new Document("$exists", false));
    } else {
      filter.append("pending.attempt", thoughtOf.pending().attempt());
    }
    Document begun =
        new Document("batch", thoughtOf.batch() + 1).append("pending", pending.write());
    return change(filter, new Document("$set", begun));
  }

  /** Moves the mark over a batch that is folded; nothing if somebody else has done so. */
  void finish(long batch, Pending pending) {
    Document filter = at(batch).append("pending.attempt", pending.attempt());
    Document after =
        new Document("mark", pending.then().value())
            .append("asOf", Date.from(pending.then().asOf()));
    change(filter, new Document("$set", after).append("$unset", new Document("pending", "")));
  }

  private static Document at(long batch) {
    return new Document(THE_ONE).append("batch", batch);
  }

  private boolean change(Document filter, Document change) {
    return collection.updateOne(filter, change).getMatchedCount() == 1;
  }
}
