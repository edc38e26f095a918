package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.BulkSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The summary of a file as the text in {@code command_outcome}: shaped like any other outcome, with
 * rows, applied, rejected and milliseconds under {@code import}, and without lines.
 */
final class BulkText {
  private static final Pattern SHAPE =
      Pattern.compile("\\{\"at\":\\d+,\"import\":\\[(\\d+),(\\d+),(\\d+),(\\d+)],\"lines\":\\[]}");

  private BulkText() {}

  static String write(Instant at, BulkSummary summary) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    return "{\"at\":"
        + micros
        + ",\"import\":["
        + summary.rows()
        + ","
        + summary.applied()
        + ","
        + summary.rejected()
        + ","
        + summary.took().toMillis()
        + "],\"lines\":[]}";
  }

  static BulkSummary read(String text) {
    Matcher found = SHAPE.matcher(text);
    if (!found.matches()) {
      throw new IllegalStateException("not the outcome of a file: " + text);
    }
    return new BulkSummary(
        Long.parseLong(found.group(1)),
        Long.parseLong(found.group(2)),
        Long.parseLong(found.group(3)),
        Duration.ofMillis(Long.parseLong(found.group(4))));
  }
}
