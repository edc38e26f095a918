package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports as text for a terminal: numbers to the right, in the units that people think in. */
final class ReportText {
  private static final String GAP = "  ";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MM_PER_METRE = BigDecimal.valueOf(1_000);

  private ReportText() {}

  /** Which reports there are. */
  static String list(JsonNode items) {
    StringBuilder text = new StringBuilder();
    for (JsonNode report : items) {
      text.append(pad(report.get("name").asText(), 12, false))
          .append(report.get("purpose").asText())
          .append("\n            filters: ")
          .append(words(report.get("filters")));
      if (!report.get("by").isEmpty()) {
        text.append("; by ").append(words(report.get("by")));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String words(JsonNode texts) {
    List<String> words = new ArrayList<>();
    texts.forEach(word -> words.add(word.asText()));
    return String.join(", ", words);
  }

  /** A whole answer: its tables, and what must be known to read them. */
  static String table(JsonNode report) {
    StringBuilder text = new StringBuilder();
    text.append(report.get("title").asText())
        .append(", ")
        .append(report.get("from").asText())
        .append(" to ")
        .append(report.get("to").asText());
    if (!report.get("currency").isNull()) {
      text.append(", money in ").append(report.get("currency").asText());
    }
    text.append("\n\n");
    String currency = report.get("currency").asText();
    grid(report.get("columns"), report.get("rows"), report.get("totals"), currency, text);
    for (JsonNode part : report.get("parts")) {
      text.append('\n').append(part.get("title").asText()).append("\n\n");
      grid(part.get("columns"), part.get("rows"), null, currency, text);
    }
    text.append('\n');
    report.get("notes").forEach(note -> text.append(note.asText()).append('\n'));
    text.append(counted(report))
        .append("; took ")
        .append(report.at("/timing/appMs").asText())
        .append(" ms, and ")
        .append(report.at("/timing/dbMs").asText())
        .append(" ms in the database.\n");
    return text.toString();
  }

  private static String counted(JsonNode report) {
    String asOf = report.get("asOf").asText();
    if (Instant.parse(asOf).equals(Instant.EPOCH)) {
      return "Counting has just begun: ask again in a few seconds";
    }
    boolean fresh = report.get("fresh").asBoolean();
    return "Counts everything up to " + asOf + (fresh ? "" : ", which is a while ago");
  }

  private static void grid(
      JsonNode columns,
      JsonNode rows,
      @Nullable JsonNode totals,
      String currency,
      StringBuilder text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    columns.forEach(column -> titles.add(column.get("title").asText()));
    lines.add(titles);
    rows.forEach(row -> lines.add(line(columns, row, currency)));
    if (totals != null && !totals.isNull() && !rows.isEmpty()) {
      List<String> all = line(columns, totals, currency);
      all.set(0, "all");
      lines.add(all);
    }
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
        padded
            .append(i == 0 ? "" : GAP)
            .append(pad(line.get(i), width, isNumber(columns.get(i).get("kind").asText())));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    if (rows.isEmpty()) {
      text.append("Nothing was counted in these days with these filters.\n");
    }
  }

  private static boolean isNumber(String kind) {
    return !kind.equals("text") && !kind.equals("time") && !kind.equals("weekday");
  }

  private static String pad(String text, int width, boolean toTheRight) {
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    return toTheRight ? blanks + text : text + blanks;
  }

  private static List<String> line(JsonNode columns, JsonNode row, String currency) {
    List<String> line = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      line.add(cell(columns.get(i).get("kind").asText(), row.get(i), currency));
    }
    return line;
  }

  private static String cell(String kind, JsonNode value, String currency) {
    if (value.isNull()) {
      return "-";
    }
    return switch (kind) {
      case "text", "time" -> value.asText();
      case "weekday" -> DayOfWeek.of(value.asInt()).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "rate" -> fixed(value.decimalValue().multiply(HUNDRED), 1) + " %";
      case "money" -> money(value.longValue(), currency);
      case "duration" -> duration(Duration.ofSeconds(value.longValue()));
      case "length" -> fixed(value.decimalValue().divide(MM_PER_METRE), 1) + " m";
      case "ratio", "days" -> fixed(value.decimalValue(), 2);
      case "hour" -> value.asText();
      default -> {
        BigDecimal number = value.decimalValue();
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        yield String.format(Locale.ROOT, "%,." + decimals + "f", number);
      }
    };
  }

  private static String fixed(BigDecimal number, int decimals) {
    return String.format(
        Locale.ROOT, "%,." + decimals + "f", number.setScale(decimals, RoundingMode.HALF_UP));
  }

  private static String money(long minor, String currency) {
    int decimals = decimals(currency);
    return String.format(Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(minor, decimals));
  }

  private static int decimals(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknown) {
      return 2;
    }
  }

  private static String duration(Duration time) {
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
