package dev.holdfast.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The two forms of a report: lines for people, and one JSON object on one line for machines. */
public final class ReportText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportText() {}

  /** The report as a person reads it. */
  public static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.command() + (report.quick() ? " (quick form: speed is not judged)" : ""));
    lines.addAll(report.body());
    if (!report.bars().isEmpty()) {
      Table bars = new Table("bar", "measured", "promised", "verdict");
      for (Bar bar : report.bars()) {
        bars.row(bar.name(), Numbers.text(bar.value()), bar.promise(), bar.verdict());
      }
      lines.add("");
      lines.addAll(bars.lines());
    }
    lines.add("");
    lines.add("machine   " + report.machine().sentence());
    lines.add(
        "versions  "
            + report.versions().entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", ")));
    return lines;
  }

  /** The report as one JSON object without a line break. */
  public static String json(Report report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("command", report.command());
    root.put("quick", report.quick());
    ObjectNode figures = root.putObject("figures");
    report.figures().forEach((name, value) -> putNumber(figures, name, value));
    for (Bar bar : report.bars()) {
      ObjectNode node = root.withArray("bars").addObject();
      node.put("name", bar.name());
      putNumber(node, "value", bar.value());
      node.put("bar", bar.promise());
      node.put("holds", bar.holds());
      node.put("judged", bar.judged());
    }
    root.withArray("bars");
    root.set("machine", JSON.valueToTree(report.machine()));
    ObjectNode versions = root.putObject("versions");
    report.versions().forEach(versions::put);
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree of plain values is always JSON.", impossible);
    }
  }

  private static void putNumber(ObjectNode node, String name, double value) {
    if (!Double.isFinite(value)) {
      node.putNull(name);
    } else if (value == Math.rint(value)) {
      node.put(name, (long) value);
    } else {
      node.put(name, Math.round(value * 1000) / 1000.0);
    }
  }
}
