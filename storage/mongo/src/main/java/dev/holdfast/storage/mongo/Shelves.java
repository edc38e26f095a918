package dev.holdfast.storage.mongo;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

/**
 * The four collections, by what they hold.
 *
 * @param rows sums, one document per row of each grain
 * @param facts what each fact contributed in its folded version, and what of it waits
 * @param parts of the batch that is being folded; empty between batches
 * @param state one document: how far facts are folded
 */
record Shelves(
    ClientDocuments rows,
    ClientDocuments facts,
    MongoCollection<Document> parts,
    MongoCollection<Document> state) {
  private static final String ROWS = "roll_up";
  private static final String FACTS = "fact";
  private static final String PARTS = "fold_part";
  private static final String STATE = "fold_state";

  /** As the connection's read preference says. */
  static Shelves of(MongoDatabase database) {
    return new Shelves(
        new ClientDocuments(database.getCollection(ROWS)),
        new ClientDocuments(database.getCollection(FACTS)),
        database.getCollection(PARTS),
        database.getCollection(STATE));
  }

  /** Only from the server that writes: what a batch is thought of must not be old. */
  static Shelves ofPrimary(MongoDatabase database) {
    return of(database.withReadPreference(ReadPreference.primary()));
  }

  /**
   * Makes the indexes; those that exist are left alone. The unique ones are what makes a repeated
   * change harmless, and begin with what questions filter by.
   */
  static void makeIndexes(MongoDatabase database) {
    database
        .getCollection(ROWS)
        .createIndex(keys(RowDocuments.KEY), new IndexOptions().unique(true).name("one_per_key"));
    MongoCollection<Document> facts = database.getCollection(FACTS);
    facts.createIndex(
        keys(FactDocuments.KEY), new IndexOptions().unique(true).name("one_per_fact"));
    // Only documents with something that waits: the others lack both fields.
    facts.createIndex(
        new Document("waiting.client", 1).append("waiting.placed", 1),
        new IndexOptions().sparse(true).name("waiting"));
  }

  private static Document keys(Iterable<String> fields) {
    Document keys = new Document();
    fields.forEach(field -> keys.append(field, 1));
    return keys;
  }
}
