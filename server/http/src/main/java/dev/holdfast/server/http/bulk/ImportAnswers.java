package dev.holdfast.server.http.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.bulk.ImportAnswer;
import dev.holdfast.application.bulk.ImportFiles;
import dev.holdfast.application.bulk.ImportKind;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkSummary;
import dev.holdfast.storage.api.RowReject;
import java.util.List;

/** What became of an import, as JSON or as a problem. */
final class ImportAnswers {
  /** Seconds after which a file that found no room may come again: most are done by then. */
  private static final int RETRY_SECONDS = 5;

  private ImportAnswers() {}

  static void send(Exchange exchange, ImportKind kind, ImportAnswer answer) {
    switch (answer) {
      case ImportAnswer.Settled settled -> send(exchange, kind, settled.result());
      case ImportAnswer.Placed placed -> exchange.json(200, placed(placed));
      case ImportAnswer.Busy busy -> exchange.problem(busy());
      case ImportAnswer.TooLarge large -> exchange.problem(tooLarge(large.what()));
    }
  }

  private static void send(Exchange exchange, ImportKind kind, BulkResult result) {
    switch (result) {
      case BulkResult.Applied applied -> {
        if (applied.replayed()) {
          exchange.request().response().putHeader("Idempotency-Replayed", "true");
        }
        exchange.json(200, applied(kind, applied));
      }
      case BulkResult.Rejected rejected -> exchange.problem(rejected(kind, rejected));
      case BulkResult.KeyReused reused -> exchange.problem(IdempotencyKeys.reused());
      case BulkResult.StillRunning running -> exchange.problem(stillRunning());
      case BulkResult.NoEffect none -> exchange.problem(noEffect(none.cause()));
      case BulkResult.Unknown unknown -> exchange.problem(Failures.unknown());
    }
  }

  private static ObjectNode applied(ImportKind kind, BulkResult.Applied applied) {
    BulkSummary summary = applied.summary();
    ObjectNode json = summary(kind, summary);
    if (summary.rejected() > 0 && !applied.replayed()) {
      addRejects(json, applied.rejects(), summary.rejected());
    }
    return json;
  }

  private static ObjectNode placed(ImportAnswer.Placed placed) {
    ObjectNode json = summary(ImportKind.ORDERS, placed.summary());
    json.put("already", placed.already());
    if (placed.summary().rejected() > 0) {
      addRejects(json, placed.rejects(), placed.summary().rejected());
    }
    return json;
  }

  private static ObjectNode summary(ImportKind kind, BulkSummary summary) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kind.label());
    json.put("rows", summary.rows());
    json.put("applied", summary.applied());
    json.put("rejected", summary.rejected());
    json.put("seconds", summary.took().toMillis() / 1000.0);
    return json;
  }

  private static Problem rejected(ImportKind kind, BulkResult.Rejected rejected) {
    RowReject first = rejected.rejects().getFirst();
    Problem problem =
        Problem.of(
            422,
            "import-rejected",
            "Rows of the file cannot be taken",
            "Nothing was imported. Line "
                + first.line()
                + (first.column().isEmpty() ? "" : ", column " + first.column())
                + ": "
                + first.reason()
                + ". Mend all "
                + rejected.rejected()
                + " bad rows and send the file again"
                + (kind == ImportKind.ORDERS ? "." : ", or leave them out with skipBad=true."));
    ObjectNode json = problem.extra();
    json.put("kind", kind.label());
    json.put("rows", rejected.rows());
    json.put("applied", 0);
    json.put("rejected", rejected.rejected());
    addRejects(json, rejected.rejects(), rejected.rejected());
    return problem;
  }

  private static void addRejects(ObjectNode json, List<RowReject> rejects, long all) {
    ArrayNode array = json.putArray("rejects");
    for (RowReject reject : rejects) {
      array
          .addObject()
          .put("line", reject.line())
          .put("column", reject.column())
          .put("value", reject.value())
          .put("reason", reject.reason());
    }
    json.put("moreRejects", all - rejects.size());
  }

  private static Problem busy() {
    return Problem.of(
            503,
            "overloaded",
            "Other files come first",
            "Nothing was done. A client's files are imported one after the other, and at most "
                + ImportFiles.MAX_AT_ONCE
                + " files at once; send this one again after the time in Retry-After.")
        .retryAfter(RETRY_SECONDS);
  }

  static Problem tooLarge(String what) {
    return Problem.of(
        413,
        "body-too-large",
        "The file is too large",
        "Nothing was done. The file has " + what + ", the most that one import takes; split it.");
  }

  private static Problem stillRunning() {
    return Problem.of(
            409,
            "still-running",
            "The same import is running",
            "It was begun with this Idempotency-Key and has not ended. Send it again after the time"
                + " in Retry-After to learn how it ended.")
        .retryAfter(RETRY_SECONDS);
  }

  private static Problem noEffect(String cause) {
    return Problem.of(503, "store-unavailable", "Nothing was imported", cause)
        .retryAfter(RETRY_SECONDS);
  }
}
