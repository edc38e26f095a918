package dev.holdfast.application.reporting;

import dev.holdfast.domain.reporting.Dimension;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reports by the names that people ask for them by. */
public enum Report {
  OVERVIEW(
      "overview",
      "Overview",
      "What was ordered, what became of it and what it cost, over time.",
      EnumSet.allOf(Dimension.class),
      EnumSet.allOf(Step.class)),
  HOURS(
      "hours",
      "Hours of the week",
      "When orders come in: each hour of each day of the week.",
      EnumSet.allOf(Dimension.class),
      EnumSet.noneOf(Step.class)),
  LOCATIONS(
      "locations",
      "Locations",
      "Each place that orders ship from, beside the others.",
      EnumSet.allOf(Dimension.class),
      EnumSet.noneOf(Step.class)),
  CARRIERS(
      "carriers",
      "Carriers",
      "What each service of each carrier took, cost and kept of its promises.",
      EnumSet.of(Dimension.LOCATION, Dimension.CARRIER, Dimension.SERVICE),
      EnumSet.noneOf(Step.class)),
  CATEGORIES(
      "categories",
      "Categories",
      "What was ordered, delivered and sent back of each category.",
      EnumSet.allOf(Dimension.class),
      EnumSet.noneOf(Step.class)),
  WAREHOUSE(
      "warehouse",
      "Warehouse",
      "How fast orders go through the floor, and what waits there now.",
      EnumSet.of(Dimension.LOCATION, Dimension.CARRIER, Dimension.SERVICE),
      EnumSet.allOf(Step.class)),
  STOCK(
      "stock",
      "Stock",
      "How fast goods turn, how long they last and what is lost of them.",
      EnumSet.of(Dimension.LOCATION, Dimension.CATEGORY),
      EnumSet.of(Step.DAY, Step.WEEK, Step.MONTH)),
  PAYDAY(
      "payday",
      "Payday",
      "A payday, the first or third Friday of a month, against the one before and against the"
          + " ordinary Fridays between them.",
      EnumSet.allOf(Dimension.class),
      EnumSet.noneOf(Step.class));

  private final String label;
  private final String title;
  private final String purpose;
  private final Set<Dimension> filters;
  private final Set<Step> steps;

  Report(String label, String title, String purpose, Set<Dimension> filters, Set<Step> steps) {
    this.label = label;
    this.title = title;
    this.purpose = purpose;
    this.filters = filters;
    this.steps = steps;
  }

  /** The name in addresses and commands. */
  public String label() {
    return label;
  }

  public String title() {
    return title;
  }

  /** What it shows, in a sentence. */
  public String purpose() {
    return purpose;
  }

  /** What it can be filtered by. */
  public Set<Dimension> filters() {
    return Set.copyOf(filters);
  }

  /** The stretches of time that its rows can stand for; empty where its rows are something else. */
  public Set<Step> steps() {
    return Set.copyOf(steps);
  }

  /** What its rows stand for when nobody says; empty where they are no stretches of time then. */
  public Optional<Step> usualStep() {
    return this == STOCK || steps.isEmpty() ? Optional.empty() : Optional.of(Step.DAY);
  }

  public static Optional<Report> ofLabel(String label) {
    return Arrays.stream(values()).filter(report -> report.label.equals(label)).findFirst();
  }

  /** All names. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Report::label).toList();
  }
}
