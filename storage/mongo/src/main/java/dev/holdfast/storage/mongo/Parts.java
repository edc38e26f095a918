package dev.holdfast.storage.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.UpdateOneModel;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.mongo.FoldState.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A batch as documents of bounded size, so that whoever comes after a crash can finish it. A part
 * holds the very changes that are made, each with its client and key; making one is {@link
 * ClientDocuments#write}.
 */
final class Parts {
  /**
   * Rows or contributions in a part. The largest row (25 sums, 64 characters in each code) takes
   * about 1.2 kB, so a part stays far below the 16 MB that a document may have.
   */
  static final int MAX_ENTRIES = 2_000;

  private static final String ROWS = "rows";
  private static final String FACTS = "facts";

  private final MongoCollection<Document> collection;
  private final int maxEntries;

  Parts(MongoCollection<Document> collection, int maxEntries) {
    this.collection = collection;
    this.maxEntries = maxEntries;
  }

  /** Writes a batch down, which changes nothing yet; how many parts it took. */
  int write(long batch, UUID attempt, Change change) {
    Splitting splitting = new Splitting(batch, attempt);
    change.rows().forEach((row, sums) -> splitting.add(ROWS, entry(row, sums), 1));
    splitting.endPart();
    for (VersionedFact fact : change.facts()) {
      int size = 1 + fact.contributions().size() + fact.open().size();
      splitting.add(FACTS, entry(fact), size);
    }
    splitting.endPart();
    if (!splitting.parts.isEmpty()) {
      collection.insertMany(splitting.parts);
    }
    return splitting.parts.size();
  }

  private static Document entry(Change.Row row, Sums sums) {
    return new Document("client", row.key().client().value())
        .append("key", RowDocuments.key(row.grain(), row.key()))
        .append("change", RowDocuments.sums(sums));
  }

  private static Document entry(VersionedFact fact) {
    return new Document("client", fact.client().value())
        .append("key", FactDocuments.key(fact.id()))
        .append("change", FactDocuments.state(fact));
  }

  /**
   * Makes the changes of a batch's parts, those that are not made yet.
   *
   * @return false when parts were missing: somebody has finished the batch and thrown them away
   */
  boolean make(long batch, Pending pending, ClientDocuments rows, ClientDocuments facts) {
    Document ofBatch = new Document("batch", batch).append("attempt", pending.attempt());
    int made = 0;
    try (MongoCursor<Document> parts =
        collection.find(ofBatch).maxTime(Connecting.READ_MILLIS, TimeUnit.MILLISECONDS).cursor()) {
      while (parts.hasNext()) {
        Document part = parts.next();
        rows.write(changes(part, ROWS, batch));
        facts.write(changes(part, FACTS, batch));
        made++;
      }
    }
    return made == pending.parts();
  }

  private static List<UpdateOneModel<Document>> changes(Document part, String kind, long batch) {
    List<UpdateOneModel<Document>> changes = new ArrayList<>();
    for (Document entry : part.getList(kind, Document.class, List.of())) {
      ClientId client = new ClientId(entry.getInteger("client"));
      Document what = entry.get("change", Document.class);
      changes.add(
          ClientDocuments.changeOnce(
              client,
              entry.get("key", Document.class),
              batch,
              kind.equals(ROWS) ? RowDocuments.adding(what) : FactDocuments.replacing(what)));
    }
    return changes;
  }

  /** Throws away what no batch will ever need: parts for numbers that are folded. */
  void forget(long foldedBatch) {
    collection.deleteMany(new Document("batch", new Document("$lte", foldedBatch)));
  }

  /** Fills one part after the other. */
  private final class Splitting {
    private final long batch;
    private final UUID attempt;
    private final List<Document> parts = new ArrayList<>();
    private List<Document> entries = new ArrayList<>();
    private String kind = ROWS;
    private int size;

    Splitting(long batch, UUID attempt) {
      this.batch = batch;
      this.attempt = attempt;
    }

    void add(String ofKind, Document entry, int entrySize) {
      if (size + entrySize > maxEntries) {
        endPart();
      }
      kind = ofKind;
      entries.add(entry);
      size += entrySize;
    }

    void endPart() {
      if (!entries.isEmpty()) {
        Document id = new Document("batch", batch).append("attempt", attempt);
        parts.add(
            new Document("_id", id.append("part", parts.size()))
                .append("batch", batch)
                .append("attempt", attempt)
                .append(kind, entries));
      }
      entries = new ArrayList<>();
      size = 0;
    }
  }
}
