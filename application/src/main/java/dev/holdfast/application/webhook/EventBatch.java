package dev.holdfast.application.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.event.StockChange;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.EventOutbox.Pending;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as a batch of CloudEvents 1.0 in JSON. */
final class EventBatch {
  static final String CONTENT_TYPE = "application/cloudevents-batch+json";

  /** What a trial delivery holds. */
  static final String PING = "dev.holdfast.ping";

  private static final JsonFactory JSON = new JsonFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private final JsonGenerator json;
  private int count;

  private EventBatch() throws IOException {
    json = JSON.createGenerator(bytes);
    json.writeStartArray();
  }

  /** The body of what a webhook hears of these changes; null when it hears nothing of them. */
  static byte @Nullable [] of(Subscription webhook, PositionKey position, Pending pending) {
    try {
      EventBatch batch = new EventBatch();
      for (StockChange change : pending.changes()) {
        for (EventType type : change.events(pending.thresholds())) {
          if (webhook.hears(type)) {
            batch.add(webhook, position, pending, change, type);
          }
        }
      }
      return batch.count == 0 ? null : batch.finish();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** The body of a trial delivery. */
  static byte[] ping(Subscription webhook, Instant now) {
    try {
      EventBatch batch = new EventBatch();
      batch.open("ping-" + UUID.randomUUID(), source(webhook), PING, now);
      batch.json.writeNumberField("webhook", webhook.id());
      batch.close();
      return batch.finish();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private byte[] finish() throws IOException {
    json.writeEndArray();
    json.close();
    return bytes.toByteArray();
  }

  private static String source(Subscription webhook) {
    return "/clients/" + encoded(webhook.clientCode());
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void add(
      Subscription webhook,
      PositionKey position,
      Pending pending,
      StockChange change,
      EventType type)
      throws IOException {
    String id = position.packed() + "-" + change.version();
    boolean crossing = type == EventType.LOW || type == EventType.BACK;
    String suffix = crossing ? "-" + type.name().toLowerCase(Locale.ROOT) : "";
    String path = encoded(pending.sku()) + "/" + encoded(pending.location());
    open(id + suffix, source(webhook) + "/positions/" + path, type.label(), change.at());
    data(webhook, pending, change);
    Long threshold = threshold(type, pending);
    if (threshold != null) {
      number("threshold", threshold, pending.scale());
    }
    json.writeEndObject();
    json.writeStringField("subject", pending.sku() + "/" + pending.location());
    // Compared as text, so it has as many digits as the largest version.
    json.writeStringField("sequence", String.format(Locale.ROOT, "%019d", change.version()));
    json.writeEndObject();
  }

  private static @Nullable Long threshold(EventType type, Pending pending) {
    return switch (type) {
      case LOW -> pending.thresholds().lowStock();
      case BACK -> pending.thresholds().backInStock();
      default -> null;
    };
  }

  /** Writes what every event has, and begins its data. */
  private void open(String id, String source, String type, Instant at) throws IOException {
    count++;
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("id", id);
    json.writeStringField("source", source);
    json.writeStringField("type", type);
    json.writeStringField("time", at.toString());
    json.writeStringField("datacontenttype", "application/json");
    json.writeObjectFieldStart("data");
  }

  private void close() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  private void data(Subscription webhook, Pending pending, StockChange change) throws IOException {
    Scale scale = pending.scale();
    Balance after = change.after();
    json.writeStringField("sku", pending.sku());
    json.writeStringField("location", pending.location());
    json.writeStringField("kind", change.kind().label());
    number("onHandChange", change.onHandChange(), scale);
    number("reservedChange", change.reservedChange(), scale);
    number("availableToPromise", after.availableToPromise(), scale);
    if (webhook.seesBalances()) {
      number("onHand", after.onHand(), scale);
      number("reserved", after.reserved(), scale);
      number("safetyStock", after.safetyStock(), scale);
      number("shortfall", after.shortfall(), scale);
      if (change.note() != null) {
        json.writeStringField("reason", change.note());
      }
    }
    json.writeNumberField("version", change.version());
    if (change.subject() != null) {
      json.writeStringField(subjectName(change.kind()), change.subject().toString());
    }
  }

  private static String subjectName(EntryKind kind) {
    return switch (kind) {
      case TRANSFERRED_OUT, TRANSFERRED_IN -> "transfer";
      default -> "reservation";
    };
  }

  private void number(String name, long units, Scale scale) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(scale.format(units));
  }
}
