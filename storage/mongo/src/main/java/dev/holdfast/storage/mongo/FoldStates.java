package dev.holdfast.storage.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.api.RollUpStore.Version;
import dev.holdfast.storage.mongo.FoldState.Pending;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The one document that decides. Each of its changes names the batch that it was thought of at, so
 * that of several nodes one succeeds and the others learn that they are late.
 */
final class FoldStates {
  private static final Document THE_ONE = new Document("_id", "fold");

  /** In the same document, so that they move with the mark. */
  private static final String VERSIONS = "versions";

  private static final String FORGOTTEN = "forgotten";

  private final MongoCollection<Document> collection;

  FoldStates(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  FoldState read() {
    Document state = find(new Document(VERSIONS, 0));
    return state == null ? FoldState.START : FoldState.read(state);
  }

  /**
   * The number of a client's version is that of the last batch that had anything of it; where no
   * batch had since all was forgotten, that of the forgetting.
   */
  Version version(ClientId client) {
    Document state =
        find(
            new Document("mark", 1)
                .append("asOf", 1)
                .append(FORGOTTEN, 1)
                .append(field(client), 1));
    if (state == null) {
      return new Version(Mark.START, 0);
    }
    Mark mark = new Mark(state.getLong("mark"), FactDocuments.instant(state, "asOf"));
    Long forgotten = state.getLong(FORGOTTEN);
    Long number =
        state.getEmbedded(List.of(VERSIONS, Integer.toString(client.value())), Long.class);
    return new Version(
        mark, Math.max(forgotten == null ? 0 : forgotten, number == null ? 0 : number));
  }

  private @Nullable Document find(Document fields) {
    return collection
        .find(THE_ONE)
        .projection(fields)
        .maxTime(Connecting.READ_MILLIS, TimeUnit.MILLISECONDS)
        .first();
  }

  private static String field(ClientId client) {
    return VERSIONS + "." + client.value();
  }

  /** As {@link #read}, after making the document where it is missing. */
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
    if (pending.forgetting()) {
      after.append(FORGOTTEN, batch);
    }
    pending.clients().forEach(client -> after.append(field(client), batch));
    change(filter, new Document("$set", after).append("$unset", new Document("pending", "")));
  }

  private static Document at(long batch) {
    return new Document(THE_ONE).append("batch", batch);
  }

  private boolean change(Document filter, Document change) {
    return collection.updateOne(filter, change).getMatchedCount() == 1;
  }
}
