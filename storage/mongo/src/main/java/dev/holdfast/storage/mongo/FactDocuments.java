package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** What is remembered of a fact: its version, what it contributed, what of it waits. */
final class FactDocuments {
  /** What names a fact. */
  static final List<String> KEY = List.of("client", "fact");

  /** Where a fact has what of it waits. */
  static final String WAITING = "waiting";

  private FactDocuments() {}

  /** The key of a fact without its client. */
  static Document key(UUID fact) {
    return new Document("fact", fact);
  }

  /** What a version leaves behind. */
  static Document state(VersionedFact fact) {
    return new Document("version", fact.version())
        .append("contributions", fact.contributions().stream().map(FactDocuments::write).toList())
        .append(WAITING, fact.open().stream().map(open -> write(fact.client(), open)).toList());
  }

  /** The change that puts a version in the place of another. */
  static Document replacing(Document state) {
    Document set = new Document(state);
    if (state.getList(WAITING, Document.class).isEmpty()) {
      // Without the field it is not in the index of what waits.
      set.remove(WAITING);
      return new Document("$set", set).append("$unset", new Document(WAITING, ""));
    }
    return new Document("$set", set);
  }

  /** The change that empties a fact and keeps its key. */
  static Document emptying() {
    return replacing(
        new Document("version", 0L).append("contributions", List.of()).append(WAITING, List.of()));
  }

  private static Document write(Contribution contribution) {
    return RowDocuments.key(Grain.HOUR, contribution.key())
        .append("sums", RowDocuments.sums(contribution.sums()));
  }

  static List<Contribution> contributions(ClientId client, Document state) {
    return state.getList("contributions", Document.class, List.of()).stream()
        .map(one ->
            new Contribution(
                RowDocuments.key(client, one), RowDocuments.sums(one.get("sums", new Document()))))
        .toList();
  }

  private static Document write(ClientId client, Open open) {
    return new Document("client", client.value())
        .append("shipment", open.shipment())
        .append("location", open.locationId())
        .append("carrier", open.carrier())
        .append("service", open.service())
        .append("placed", Date.from(open.placedAt()))
        .append("shipBy", Date.from(open.shipBy()))
        .append("lines", open.lines());
  }

  static Open open(Document waiting) {
    return new Open(
        waiting.get("shipment", UUID.class),
        waiting.getInteger("location"),
        waiting.getString("carrier"),
        waiting.getString("service"),
        instant(waiting, "placed"),
        instant(waiting, "shipBy"),
        waiting.getInteger("lines"));
  }

  static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
