package dev.holdfast.server.http.reporting;

import dev.holdfast.application.reporting.AnswerReport;
import dev.holdfast.application.reporting.AnswerReport.Answered;
import dev.holdfast.application.reporting.ReportFile;
import dev.holdfast.application.reporting.ReportPlaces;
import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.application.reporting.ReportTable;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.api.TableFiles;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The reports, as tables and as files. */
public final class ReportRoutes {
  /**
   * Reports at once on a node, those that wait for one of the few connections that reports have
   * included. A page asks for four; the ninth person waits a second. Commands have connections and
   * limits of their own.
   */
  public static final int MAX_AT_ONCE = 32;

  private static final int RADIX = 36;

  private final AnswerReport reports;
  private final ReportParameters parameters;
  private final TableFiles files;
  private final Semaphore room = new Semaphore(MAX_AT_ONCE);

  private enum Format {
    JSON,
    CSV,
    PARQUET
  }

  /**
   * @param isCategory whether a client may have a category of this name
   */
  public ReportRoutes(
      AnswerReport reports,
      ReportPlaces places,
      BiPredicate<ClientId, String> isCategory,
      TableFiles files) {
    this.reports = reports;
    this.parameters = new ReportParameters(reports, places, isCategory);
    this.files = files;
  }

  public void addTo(Routes routes) {
    routes.blocking(HttpMethod.GET, "/v1/reports", Permission.READ, this::list);
    routes.blocking(HttpMethod.GET, "/v1/reports/:report", Permission.READ, this::answer);
  }

  private void list(Exchange exchange) {
    exchange.json(200, ReportJson.list());
  }

  private void answer(Exchange exchange) {
    if (!room.tryAcquire()) {
      exchange.problem(tooMany());
      return;
    }
    try {
      answerNow(exchange);
    } finally {
      room.release();
    }
  }

  private static Problem tooMany() {
    return Problem.of(
            503,
            "overloaded",
            "Too many reports at once",
            "This node answers "
                + MAX_AT_ONCE
                + " reports at once, so that orders come first. Ask again after the time in"
                + " Retry-After.")
        .retryAfter(1);
  }

  private void answerNow(Exchange exchange) {
    ReportQuestion question = parameters.read(exchange);
    Format format = format(exchange);
    if (isKnown(exchange, question)) {
      exchange.empty(304);
      return;
    }
    Answered answered = reports.answer(question);
    exchange.storeTook(answered.storeNanos());
    if (format == Format.JSON) {
      long appNanos = System.nanoTime() - exchange.startNanos() - answered.storeNanos();
      caching(exchange, tag(answered.mark(), question));
      exchange.json(200, ReportJson.answer(question, answered, appNanos));
    } else {
      file(exchange, question, answered, format);
    }
  }

  private static Format format(Exchange exchange) {
    String text = exchange.query("format");
    Format format =
        switch (text) {
          case null -> Format.JSON;
          case "json" -> Format.JSON;
          case "csv" -> Format.CSV;
          case "parquet" -> Format.PARQUET;
          default -> throw fault("format", "must be json, csv or parquet");
        };
    if (format == Format.JSON && exchange.query("part") != null) {
      throw fault("part", "is for files: JSON has all parts; add format=csv, or leave it out");
    }
    return format;
  }

  private static ApiException fault(String field, String mend) {
    return new ApiException(Problem.invalid(List.of(new Violation(field, mend))));
  }

  private void file(Exchange exchange, ReportQuestion question, Answered answered, Format format) {
    String part = exchange.query("part");
    ReportFile file = file(answered.table(), part);
    String name =
        question.report().label()
            + (part == null ? "" : "-" + part)
            + "-"
            + question.from()
            + "-"
            + question.to();
    byte[] bytes = format == Format.CSV ? file.csv() : file.parquet(files);
    String ending = format == Format.CSV ? ".csv" : ".parquet";
    String type =
        format == Format.CSV ? "text/csv; charset=utf-8" : "application/vnd.apache.parquet";
    caching(exchange, tag(answered.mark(), question));
    exchange
        .request()
        .response()
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + ending + "\"");
    exchange.send(200, type, bytes);
  }

  private static ReportFile file(ReportTable table, @Nullable String part) {
    if (part == null) {
      return new ReportFile(table.columns(), table.rows());
    }
    return table.parts().stream()
        .filter(one -> one.name().equals(part))
        .findFirst()
        .map(one -> new ReportFile(one.columns(), one.rows()))
        .orElseThrow(() -> fault("part", noPart(table)));
  }

  private static String noPart(ReportTable table) {
    List<String> names = table.parts().stream().map(ReportTable.Part::name).toList();
    return names.isEmpty()
        ? "is for reports with parts; leave it out"
        : "must be one of " + String.join(", ", names);
  }

  /** Changes with what is counted, and with the day, which moves ranges that nobody gave. */
  private static String tag(Mark mark, ReportQuestion question) {
    return "W/\""
        + Long.toString(mark.value(), RADIX)
        + "-"
        + Long.toString(Math.max(0, mark.asOf().toEpochMilli()), RADIX)
        + "-"
        + Long.toString(question.to().toEpochDay(), RADIX)
        + "\"";
  }

  /**
   * Whether the caller has the answer already. Once it is no longer fresh, the one that the caller
   * has may still say that it is.
   */
  private boolean isKnown(Exchange exchange, ReportQuestion question) {
    String given = exchange.request().getHeader("If-None-Match");
    if (given == null) {
      return false;
    }
    long start = System.nanoTime();
    Mark mark = reports.mark(question.client());
    exchange.storeTook(System.nanoTime() - start);
    if (!reports.isFresh(mark)) {
      return false;
    }
    String tag = tag(mark, question);
    caching(exchange, tag);
    return Arrays.stream(given.split(",")).map(String::strip).anyMatch(tag::equals);
  }

  private static void caching(Exchange exchange, String tag) {
    HttpServerResponse response = exchange.request().response();
    response.putHeader("ETag", tag).putHeader("Cache-Control", "private, no-cache");
  }
}
