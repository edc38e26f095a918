package dev.holdfast.server.http.reporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.reporting.AnswerReport.Answered;
import dev.holdfast.application.reporting.ColumnKind;
import dev.holdfast.application.reporting.Report;
import dev.holdfast.application.reporting.ReportColumns;
import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.application.reporting.ReportTable;
import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.Step;
import dev.holdfast.domain.reporting.Dimension;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports as JSON. */
final class ReportJson {
  private static final long NANOS_PER_HUNDREDTH_MS = 10_000;

  private ReportJson() {}

  /** What there is to ask. */
  static ObjectNode list() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (Report report : Report.values()) {
      ObjectNode item = items.addObject();
      item.put("name", report.label())
          .put("title", report.title())
          .put("purpose", report.purpose());
      ArrayNode filters = item.putArray("filters");
      report.filters().stream().sorted().map(Dimension::label).forEach(filters::add);
      ArrayNode by = item.putArray("by");
      report.steps().stream().sorted().map(Step::label).forEach(by::add);
      columns(ReportColumns.of(report), item.putArray("columns"));
    }
    return json;
  }

  /**
   * @param appNanos all that took time but the store
   */
  static ObjectNode answer(ReportQuestion question, Answered answered, long appNanos) {
    ReportTable table = answered.table();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Step step = question.step();
    json.put("report", question.report().label())
        .put("title", question.report().title())
        .put("from", question.from().toString())
        .put("to", question.to().toString())
        .put("by", step == null ? null : step.label());
    ObjectNode filters = json.putObject("filters");
    for (Dimension dimension : Dimension.values()) {
      ArrayNode codes = filters.putArray(dimension.label());
      question.filters().getOrDefault(dimension, List.of()).forEach(codes::add);
    }
    json.put("timeZone", "each location's own").put("currency", table.currency());
    ArrayNode others = json.putArray("otherCurrencies");
    table.otherCurrencies().forEach(others::add);
    json.put("asOf", answered.mark().asOf().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("ageSeconds", BigDecimal.valueOf(answered.age().toMillis(), 3))
        .put("fresh", answered.isFresh());
    json.putObject("timing")
        .put("appMs", millis(appNanos))
        .put("dbMs", millis(answered.storeNanos()))
        .put("calls", answered.calls());
    columns(table.columns(), json.putArray("columns"));
    rows(table.columns(), table.rows(), json.putArray("rows"));
    List<@Nullable Object> totals = table.totals();
    if (totals == null) {
      json.putNull("totals");
    } else {
      row(table.columns(), totals, json.putArray("totals"));
    }
    ArrayNode parts = json.putArray("parts");
    for (ReportTable.Part part : table.parts()) {
      ObjectNode one = parts.addObject().put("name", part.name()).put("title", part.title());
      columns(part.columns(), one.putArray("columns"));
      rows(part.columns(), part.rows(), one.putArray("rows"));
    }
    ArrayNode notes = json.putArray("notes");
    table.notes().forEach(notes::add);
    return json;
  }

  private static BigDecimal millis(long nanos) {
    return BigDecimal.valueOf(nanos / NANOS_PER_HUNDREDTH_MS, 2);
  }

  private static void columns(List<Column> columns, ArrayNode into) {
    for (Column column : columns) {
      into.addObject()
          .put("name", column.name())
          .put("title", column.title())
          .put("kind", column.kind().label())
          .put("why", column.why());
    }
  }

  private static void rows(
      List<Column> columns, List<List<@Nullable Object>> rows, ArrayNode into) {
    for (List<@Nullable Object> row : rows) {
      row(columns, row, into.addArray());
    }
  }

  private static void row(List<Column> columns, List<@Nullable Object> row, ArrayNode into) {
    for (int i = 0; i < columns.size(); i++) {
      ColumnKind kind = columns.get(i).kind();
      switch (row.get(i)) {
        case null -> into.addNull();
        case Long number when kind.decimals() == 0 -> into.add(number);
        case Long number -> into.add(BigDecimal.valueOf(number, kind.decimals()));
        case Object text -> into.add(text.toString());
      }
    }
  }
}
