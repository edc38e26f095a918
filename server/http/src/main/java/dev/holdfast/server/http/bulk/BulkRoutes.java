package dev.holdfast.server.http.bulk;

import dev.holdfast.application.bulk.ExportFiles;
import dev.holdfast.application.bulk.ExportKind;
import dev.holdfast.application.bulk.FileFormat;
import dev.holdfast.application.bulk.ImportAnswer;
import dev.holdfast.application.bulk.ImportFiles;
import dev.holdfast.application.bulk.ImportKind;
import dev.holdfast.application.bulk.ImportRequest;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.ContentTypes;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files over HTTP. Each import and export has a platform thread of its own: reading CSV is work for
 * a processor, and would hold up the virtual threads of the other routes.
 */
public final class BulkRoutes {
  private static final String CSV = "text/csv";
  private static final String JSON_LINES = "application/x-ndjson";

  /**
   * Milliseconds between signs of life while the store works: under the idle timeouts of this
   * server and of usual load balancers (60 s).
   */
  private static final long HEARTBEAT_MS = 20_000;

  /** A Content-Length of more digits is no number of ours. */
  private static final int MAX_LENGTH_DIGITS = 12;

  private static final Logger LOG = LoggerFactory.getLogger(BulkRoutes.class);

  private final ImportFiles imports;
  private final ExportFiles exports;

  public BulkRoutes(ImportFiles imports, ExportFiles exports) {
    this.imports = imports;
    this.exports = exports;
  }

  public void addTo(Routes routes) {
    routes.streaming(HttpMethod.POST, "/v1/imports/:kind", Permission.BULK, this::bringIn);
    routes.streaming(HttpMethod.GET, "/v1/exports/:kind", Permission.READ, this::giveOut);
  }

  private void bringIn(Exchange exchange) {
    ImportRequest request;
    try {
      request = importRequest(exchange);
    } catch (ApiException refused) {
      exchange.request().resume();
      throw refused;
    }
    BodyStream body = new BodyStream(exchange.request(), exchange.context());
    AtomicBoolean answered = new AtomicBoolean();
    keepAlive(exchange, answered);
    start(
        "import",
        () -> {
          try (body) {
            ImportAnswer answer = imports.run(request, body);
            answered.set(true);
            exchange.onLoop(() -> ImportAnswers.send(exchange, request.kind(), answer));
          } catch (IOException broken) {
            LOG.info("an import broke off: {}", broken.getMessage());
            exchange.problem(brokeOff());
          } catch (RuntimeException failed) {
            exchange.onLoop(() -> {
              throw failed;
            });
          } finally {
            answered.set(true);
          }
        });
  }

  private static ImportRequest importRequest(Exchange exchange) {
    ImportKind kind =
        ImportKind.ofLabel(exchange.path("kind"))
            .orElseThrow(() ->
                new ApiException(
                    Problem.notFound(
                        "There is no import of "
                            + exchange.path("kind")
                            + ", only of "
                            + ImportKind.labels())));
    if (kind == ImportKind.ORDERS) {
      exchange.require(Permission.PLACE_ORDERS);
    }
    FileFormat format = format(exchange, kind);
    refuseTooLong(exchange);
    String key = IdempotencyKeys.of(exchange.request());
    Principal principal = exchange.principal();
    return new ImportRequest(
        principal.client(), principal.keyId(), kind, format, key, exchange.flag("skipBad"));
  }

  private static FileFormat format(Exchange exchange, ImportKind kind) {
    String type = exchange.request().headers().get("Content-Type");
    if (ContentTypes.isUtf8(type, CSV)) {
      return FileFormat.CSV;
    }
    boolean orders = kind == ImportKind.ORDERS;
    if (orders && ContentTypes.isUtf8(type, JSON_LINES)) {
      return FileFormat.JSON_LINES;
    }
    String or = orders ? " or " + JSON_LINES : "";
    throw new ApiException(
        Problem.of(
                415,
                "wrong-content-type",
                "The body is not declared as CSV" + (orders ? " or JSON lines" : ""),
                "Send Content-Type: text/csv" + or + ", and the file as UTF-8.")
            .field("Content-Type"));
  }

  private static void refuseTooLong(Exchange exchange) {
    String length = exchange.request().headers().get("Content-Length");
    if (length != null
        && (length.length() > MAX_LENGTH_DIGITS
            || Long.parseLong(length) > ImportFiles.MAX_BYTES)) {
      throw new ApiException(
          ImportAnswers.tooLarge("more than " + (ImportFiles.MAX_BYTES >> 20) + " MB"));
    }
  }

  /** Interim answers (RFC 8297) keep the connection alive: the final one has to wait its time. */
  private static void keepAlive(Exchange exchange, AtomicBoolean answered) {
    if (exchange.request().version() == HttpVersion.HTTP_1_0) {
      return;
    }
    HttpServerResponse response = exchange.request().response();
    exchange
        .context()
        .owner()
        .setPeriodic(
            HEARTBEAT_MS,
            timer -> {
              if (answered.get() || response.ended() || response.closed()) {
                exchange.context().owner().cancelTimer(timer);
              } else {
                response.writeEarlyHints(MultiMap.caseInsensitiveMultiMap());
              }
            });
  }

  private static Problem brokeOff() {
    return Problem.badRequest(
        "upload-broken",
        "The file did not arrive whole",
        "Nothing was done. Send it again with the same Idempotency-Key.");
  }

  private void giveOut(Exchange exchange) {
    exchange.request().resume();
    ExportKind kind =
        ExportKind.ofLabel(exchange.path("kind"))
            .orElseThrow(() ->
                new ApiException(
                    Problem.notFound(
                        "There is no export of "
                            + exchange.path("kind")
                            + ", only of "
                            + ExportKind.labels())));
    if (kind.tellsBalances()) {
      exchange.require(Permission.SEE_BALANCES);
    }
    ResponseStream out =
        new ResponseStream(
            exchange.request().response(),
            exchange.context(),
            response ->
                response
                    .putHeader("Content-Type", "text/csv; charset=utf-8")
                    .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + kind.label() + ".csv\""));
    start("export", () -> giveOut(exchange, kind, out));
  }

  private void giveOut(Exchange exchange, ExportKind kind, ResponseStream out) {
    try {
      if (exports.write(exchange.principal().client(), kind, out)) {
        out.close();
      } else {
        exchange.problem(busyExports());
      }
    } catch (IOException gone) {
      LOG.debug("an export was broken off by its reader", gone);
    } catch (RuntimeException failed) {
      if (out.hasStarted()) {
        LOG.error("an export failed half-way", failed);
        out.abort();
      } else {
        exchange.onLoop(() -> {
          throw failed;
        });
      }
    }
  }

  private static Problem busyExports() {
    return Problem.of(
            503,
            "overloaded",
            "Other files come first",
            "At most "
                + ExportFiles.MAX_AT_ONCE
                + " files are written at once; ask again after the time in Retry-After.")
        .retryAfter(2);
  }

  private static void start(String name, Runnable work) {
    Thread.ofPlatform().name(name).daemon().start(work);
  }
}
