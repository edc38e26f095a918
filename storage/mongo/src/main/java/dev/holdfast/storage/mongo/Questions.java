package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Questions as pipelines of {@code $match}, {@code $group}, {@code $unwind}, {@code $sort}. */
final class Questions {
  /** Strings as Java orders them, which no collation of the database's changes. */
  private static final Comparator<RollUpRow> IN_ORDER =
      Comparator.comparing(RollUpRow::start, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(RollUpRow::locationId)
          .thenComparing(RollUpRow::carrier)
          .thenComparing(RollUpRow::service)
          .thenComparing(RollUpRow::category)
          .thenComparing(RollUpRow::currency);

  private final ClientDocuments rows;
  private final ClientDocuments facts;

  Questions(Shelves shelves) {
    this.rows = shelves.rows();
    this.facts = shelves.facts();
  }

  /** See {@link dev.holdfast.storage.api.RollUpStore#read}. */
  List<RollUpRow> read(RollUpQuestion question) {
    List<RollUpRow> answer = new ArrayList<>();
    rows.aggregate(question.client(), matching(question), List.of(grouping(question)))
        .map(Questions::row)
        .forEach(row -> {
          if (!row.sums().isZero()) {
            answer.add(row);
          }
        });
    answer.sort(IN_ORDER);
    return answer;
  }

  private static Document matching(RollUpQuestion question) {
    Document match =
        new Document("cut", question.cut().number())
            .append("grain", question.grain().number())
            .append(
                "start",
                new Document("$gte", RowDocuments.date(question.from()))
                    .append("$lt", RowDocuments.date(question.to())));
    question
        .only()
        .forEach((dimension, values) ->
            match.append(dimension.label(), new Document("$in", values(dimension, values))));
    return match;
  }

  private static List<?> values(Dimension dimension, Set<String> values) {
    return dimension == Dimension.LOCATION
        ? values.stream().map(Integer::valueOf).toList()
        : List.copyOf(values);
  }

  private static Document grouping(RollUpQuestion question) {
    Document key = new Document();
    if (question.byTime()) {
      key.append("start", "$start");
    }
    question.by().forEach(by -> key.append(by.label(), "$" + by.label()));
    key.append("currency", "$currency");
    Document group = new Document("_id", key);
    for (Measure measure : question.measures()) {
      String field = "$" + RowDocuments.SUMS + "." + measure.label();
      group.append(measure.label(), new Document("$sum", field));
    }
    return new Document("$group", group);
  }

  private static RollUpRow row(Document group) {
    Document key = group.get("_id", Document.class);
    Date start = key.getDate("start");
    return new RollUpRow(
        start == null ? null : RowDocuments.local(start),
        key.getInteger(Dimension.LOCATION.label(), 0),
        key.get(Dimension.CARRIER.label(), ""),
        key.get(Dimension.SERVICE.label(), ""),
        key.get(Dimension.CATEGORY.label(), ""),
        key.getString("currency"),
        RowDocuments.sums(group));
  }

  /** See {@link dev.holdfast.storage.api.RollUpStore#open}. */
  List<Open> open(
      ClientId client, @Nullable Integer locationId, @Nullable String carrier, int limit) {
    // The client once more inside: that is what the index of waiting shipments begins with.
    Document any = new Document("waiting.client", client.value());
    Document each = new Document();
    if (locationId != null) {
      each.append("waiting.location", locationId);
    }
    if (carrier != null) {
      each.append("waiting.carrier", carrier);
    }
    any.putAll(each);
    List<Document> stages =
        List.of(
            new Document("$unwind", "$waiting"),
            new Document("$match", each),
            new Document("$sort", new Document("waiting.placed", 1).append("waiting.shipment", 1)),
            new Document("$limit", limit),
            new Document("$project", new Document("waiting", 1)));
    return facts
        .aggregate(client, any, stages)
        .map(fact -> FactDocuments.open(fact.get(FactDocuments.WAITING, Document.class)))
        .into(new ArrayList<>());
  }
}
