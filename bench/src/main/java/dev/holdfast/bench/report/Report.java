package dev.holdfast.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report collects what one command measured: tables and notes for people, figures and bars for
 * machines. Not safe for several threads.
 */
public final class Report {
  private final String command;
  private final boolean quick;
  private final List<String> body = new ArrayList<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Bar> bars = new ArrayList<>();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private Machine machine = Machine.here();

  /**
   * @param command the command as a person types it, such as {@code bench hot-sku}
   * @param quick whether this is the short form, which cannot judge speed
   */
  public Report(String command, boolean quick) {
    this.command = command;
    this.quick = quick;
    version("jdk", Runtime.version().toString());
  }

  /** Whether this is the short form. */
  public boolean quick() {
    return quick;
  }

  /** Adds a named number; names are lower case with their unit as a suffix. */
  public Report figure(String name, double value) {
    figures.put(name, value);
    return this;
  }

  /** Adds a named count. */
  public Report figure(String name, long value) {
    return figure(name, (double) value);
  }

  /** Adds a table to what people read. */
  public Report table(String title, Table table) {
    body.add("");
    body.add(title);
    table.lines().forEach(line -> body.add("  " + line));
    return this;
  }

  /** Adds a sentence to what people read. */
  public Report note(String sentence) {
    body.add(sentence);
    return this;
  }

  /** Adds a bar of correctness: always judged. */
  public Report correctness(String name, long value, Relation relation, long limit) {
    bars.add(new Bar(name, (double) value, relation, (double) limit, true));
    return this;
  }

  /** Adds a bar of speed: judged in the full form only. */
  public Report speed(String name, double value, Relation relation, double limit) {
    bars.add(new Bar(name, value, relation, limit, !quick));
    return this;
  }

  /** Names the version of something that took part. */
  public Report version(String name, String version) {
    versions.put(name, version);
    return this;
  }

  /** Names the disk below the measurement. */
  public Report disk(String fileSystem) {
    machine = machine.withDisk(fileSystem);
    return this;
  }

  /** Whether every judged bar holds. */
  public boolean holds() {
    return bars.stream().allMatch(bar -> !bar.judged() || bar.holds());
  }

  /** The bars so far, in the order of their addition. */
  public List<Bar> bars() {
    return Collections.unmodifiableList(bars);
  }

  String command() {
    return command;
  }

  List<String> body() {
    return body;
  }

  Map<String, Double> figures() {
    return figures;
  }

  Map<String, String> versions() {
    return versions;
  }

  Machine machine() {
    return machine;
  }
}
