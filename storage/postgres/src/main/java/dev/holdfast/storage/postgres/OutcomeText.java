package dev.holdfast.storage.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as the text in {@code command_outcome}: compact JSON that a person can read in a
 * query's result. Times are microseconds since 1970, lines are arrays in the order written below.
 */
final class OutcomeText {
  private static final JsonFactory JSON = new JsonFactory();

  private OutcomeText() {}

  static String write(Outcome outcome) {
    return write(outcome, false);
  }

  /**
   * @param unmet whether a refusal for lack of stock is one that somebody was told, so that reports
   *     count its lines
   */
  static String write(Outcome outcome, boolean unmet) {
    StringBuilder text = new StringBuilder(160);
    text.append("{\"at\":").append(micros(outcome.at()));
    switch (outcome) {
      case Outcome.Done done -> writeDone(done, text);
      case Outcome.Refused refused -> writeRefused(refused, unmet, text);
    }
    return text.append("]}").toString();
  }

  private static void writeDone(Outcome.Done done, StringBuilder text) {
    if (done.subject() != null) {
      text.append(",\"subject\":\"").append(done.subject()).append('"');
    }
    if (done.expiresAt() != null) {
      text.append(",\"expires\":").append(micros(done.expiresAt()));
    }
    text.append(",\"lines\":[");
    String comma = "";
    for (AppliedLine line : done.lines()) {
      Balance after = line.after();
      text.append(comma)
          .append('[')
          .append(line.position().packed())
          .append(',')
          .append(line.quantity())
          .append(',')
          .append(after.onHand())
          .append(',')
          .append(after.reserved())
          .append(',')
          .append(after.safetyStock())
          .append(',')
          .append(after.shortfall())
          .append(',')
          .append(after.version())
          .append(']');
      comma = ",";
    }
  }

  private static void writeRefused(Outcome.Refused refused, boolean unmet, StringBuilder text) {
    text.append(",\"refused\":").append(refused.refusal().number());
    if (unmet && refused.refusal() == Refusal.INSUFFICIENT_STOCK) {
      text.append(",\"unmet\":1");
    }
    text.append(",\"lines\":[");
    String comma = "";
    for (LineRefusal line : refused.lines()) {
      text.append(comma)
          .append('[')
          .append(line.line())
          .append(',')
          .append(line.position().packed())
          .append(',')
          .append(line.requested())
          .append(',')
          .append(line.available())
          .append(',')
          .append(line.version())
          .append(',')
          .append(line.reason().number())
          .append(']');
      comma = ",";
    }
  }

  static Outcome read(String text) {
    Instant at = Instant.EPOCH;
    UUID subject = null;
    Instant expires = null;
    Refusal refusal = null;
    List<long[]> lines = List.of();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        switch (name) {
          case "at" -> at = instant(json.getLongValue());
          case "subject" -> subject = UUID.fromString(json.getText());
          case "expires" -> expires = instant(json.getLongValue());
          case "refused" -> refusal = Refusal.ofNumber(json.getIntValue());
          case "lines" -> lines = readLines(json);
          case "unmet" -> {
            // For whoever sums up refusals.
          }
          // A file was imported with this key; the command is another request and is told so.
          case "import" -> json.skipChildren();
          default -> throw new IllegalStateException("unknown field in an outcome: " + name);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return refusal == null ? done(at, subject, expires, lines) : refused(at, refusal, lines);
  }

  private static Outcome done(
      Instant at, @Nullable UUID subject, @Nullable Instant expires, List<long[]> lines) {
    List<AppliedLine> applied = new ArrayList<>(lines.size());
    for (long[] n : lines) {
      applied.add(
          new AppliedLine(new PositionKey(n[0]), n[1], new Balance(n[2], n[3], n[4], n[5], n[6])));
    }
    return new Outcome.Done(at, subject, expires, applied);
  }

  private static Outcome refused(Instant at, Refusal refusal, List<long[]> lines) {
    List<LineRefusal> refusals = new ArrayList<>(lines.size());
    for (long[] n : lines) {
      Refusal reason = Refusal.ofNumber((int) n[5]);
      refusals.add(new LineRefusal((int) n[0], new PositionKey(n[1]), n[2], n[3], n[4], reason));
    }
    return new Outcome.Refused(at, refusal, refusals);
  }

  private static List<long[]> readLines(JsonParser json) throws IOException {
    List<long[]> lines = new ArrayList<>(1);
    while (json.nextToken() == JsonToken.START_ARRAY) {
      long[] numbers = new long[7];
      for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
        numbers[i] = json.getLongValue();
      }
      lines.add(numbers);
    }
    return lines;
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
  }
}
