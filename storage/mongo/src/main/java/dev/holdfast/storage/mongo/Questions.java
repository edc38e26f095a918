package dev.holdfast.storage.mongo;

import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;

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

  /**
   * See {@link dev.holdfast.storage.api.RollUpStore#backlog}. Told one by one and counted here: the
   * statements are of operators that both servers know.
   */
  List<Waiting> backlog(BacklogQuestion question) {
    // The client once more inside: that is what the index of waiting shipments begins with.
    Document any = new Document("waiting.client", question.client().value());
    Document each = new Document();
    question
        .only()
        .forEach((dimension, values) ->
            each.append(
                "waiting." + dimension.label(), new Document("$in", values(dimension, values))));
    any.putAll(each);
    List<Document> stages =
        List.of(
            new Document("$unwind", "$waiting"),
            new Document("$match", each),
            new Document("$project", new Document("waiting", 1)));
    List<Waiting> ages =
        new ArrayList<>(Collections.nCopies(question.limits().size() + 1, Waiting.NONE));
    facts
        .aggregate(question.client(), any, stages)
        .map(fact -> FactDocuments.open(fact.get(FactDocuments.WAITING, Document.class)))
        .forEach(open -> {
          int age = question.ageOf(open.placedAt());
          long late = open.shipBy().isBefore(question.now()) ? 1 : 0;
          ages.set(age, ages.get(age).plus(new Waiting(1, open.lines(), late)));
        });
    return ages;
  }
}
