package dev.holdfast.domain.reporting;

import java.util.Arrays;
import java.util.Optional;

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

  /** The dimension of a label. */
  public static Optional<Dimension> ofLabel(String label) {
    return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
  }
}
