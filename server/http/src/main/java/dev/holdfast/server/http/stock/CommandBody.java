package dev.holdfast.server.http.stock;

import dev.holdfast.application.stock.LineRequest;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of stock commands, read strictly. */
final class CommandBody {
  /** The longest reason: a sentence or two. */
  static final int MAX_REASON = 200;

  private static final byte[] EMPTY = {'{', '}'};

  private final JsonFields fields;

  private CommandBody(JsonFields fields) {
    this.fields = fields;
  }

  static CommandBody of(Exchange exchange) {
    return new CommandBody(exchange.fields());
  }

  /** A body that may be left out, as an empty object. */
  static CommandBody optional(Exchange exchange) {
    return new CommandBody(
        exchange.bodyBytes().length == 0 ? JsonFields.parse(EMPTY) : exchange.fields());
  }

  /** Lines that each name their location. */
  List<LineRequest> lines() {
    List<LineRequest> lines = new ArrayList<>();
    for (JsonFields line : fields.objects("lines", Line.MAX_LINES)) {
      lines.add(new LineRequest(line.text("sku"), line.text("location"), line.decimal("quantity")));
      line.closed();
    }
    return lines;
  }

  /** Lines of goods that come, and the lots of those that have one, by the line's index. */
  record Delivery(List<LineRequest> lines, Map<Integer, LotMark> lots) {}

  /** Lines that each name their location, and may name a lot and a date. */
  Delivery delivery() {
    List<LineRequest> lines = new ArrayList<>();
    Map<Integer, LotMark> lots = new HashMap<>();
    for (JsonFields line : fields.objects("lines", Line.MAX_LINES)) {
      lines.add(new LineRequest(line.text("sku"), line.text("location"), line.decimal("quantity")));
      LotMark lot = LotMarks.of(line);
      if (lot != null) {
        lots.put(lines.size() - 1, lot);
      }
      line.closed();
    }
    return new Delivery(lines, lots);
  }

  /** Lines that are all at one location. */
  List<LineRequest> linesAt(String location) {
    List<LineRequest> lines = new ArrayList<>();
    for (JsonFields line : fields.objects("lines", Line.MAX_LINES)) {
      lines.add(new LineRequest(line.text("sku"), location, line.decimal("quantity")));
      line.closed();
    }
    return lines;
  }

  String text(String name) {
    return fields.text(name);
  }

  @Nullable BigDecimal decimal(String name) {
    return fields.decimal(name, null);
  }

  void violate(String name, String message) {
    fields.violate(name, message);
  }

  /** Why, in the caller's words; null when not given. */
  @Nullable String reason(boolean required) {
    String reason = fields.text("reason", null);
    if (reason != null) {
      List<Violation> found = new ArrayList<>(0);
      TextRules.check("reason", reason, 1, MAX_REASON, found);
      found.forEach(violation -> fields.violate(violation.field(), violation.message()));
    } else if (required) {
      fields.violate("reason", "is missing: say why, such as damaged in transport");
    }
    return reason;
  }

  Duration timeToLive() {
    long least = ReservationTerms.MIN_TIME_TO_LIVE.toSeconds();
    long most = ReservationTerms.MAX_TIME_TO_LIVE.toSeconds();
    long usual = ReservationTerms.DEFAULT_TIME_TO_LIVE.toSeconds();
    long seconds = fields.integer("ttlSeconds", usual);
    if (seconds < least || seconds > most) {
      fields.violate("ttlSeconds", "must be " + least + " to " + most + " seconds");
    }
    return Duration.ofSeconds(Math.clamp(seconds, least, most));
  }

  void finish() {
    fields.finish();
  }
}
