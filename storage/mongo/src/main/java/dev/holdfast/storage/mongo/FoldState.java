package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RollUpStore.Mark;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far facts are folded, and what is being folded.
 *
 * @param batch how many batches were ever begun; never goes back, not even when all is forgotten
 * @param pending the batch with that number, from the moment that it is certain to be folded until
 *     it is
 */
record FoldState(Mark mark, long batch, @Nullable Pending pending) {
  static final FoldState START = new FoldState(Mark.START, 0, null);

  /**
   * A batch that will be folded, whoever does it.
   *
   * @param attempt whose parts count: others may have been written for the same number
   * @param parts how many there are
   * @param then the mark after it
   * @param clients of whom it has anything
   * @param forgetting everything is emptied instead
   */
  record Pending(UUID attempt, int parts, Mark then, Set<ClientId> clients, boolean forgetting) {
    Document write() {
      return new Document("attempt", attempt)
          .append("parts", parts)
          .append("to", then.value())
          .append("asOf", Date.from(then.asOf()))
          .append("clients", clients.stream().map(ClientId::value).toList())
          .append("forgetting", forgetting);
    }

    private static Pending read(Document from) {
      return new Pending(
          from.get("attempt", UUID.class),
          from.getInteger("parts"),
          new Mark(from.getLong("to"), FactDocuments.instant(from, "asOf")),
          from.getList("clients", Integer.class).stream()
              .map(ClientId::new)
              .collect(Collectors.toUnmodifiableSet()),
          from.getBoolean("forgetting"));
    }
  }

  static FoldState read(Document from) {
    Document pending = from.get("pending", Document.class);
    return new FoldState(
        new Mark(from.getLong("mark"), FactDocuments.instant(from, "asOf")),
        from.getLong("batch"),
        pending == null ? null : Pending.read(pending));
  }
}
