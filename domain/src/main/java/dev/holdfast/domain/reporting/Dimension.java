package dev.holdfast.domain.reporting;

/** What reports can be filtered and grouped by, beside time. */
public enum Dimension {
  LOCATION("location"),
  CARRIER("carrier"),
  SERVICE("service"),
  CATEGORY("category");

  private final String label;

  Dimension(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
