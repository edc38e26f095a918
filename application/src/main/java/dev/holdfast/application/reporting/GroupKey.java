package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.domain.reporting.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row of a grouped report stands for; empty where it is not grouped, or nobody knows. */
record GroupKey(String location, String carrier, String service, String category) {
  static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::location)
          .thenComparing(GroupKey::carrier)
          .thenComparing(GroupKey::service)
          .thenComparing(GroupKey::category);

  /** The columns of some dimensions, in their order. */
  static List<Column> columns(Set<Dimension> by) {
    return ordered(by).stream().map(GroupKey::column).toList();
  }

  /** The cells of some dimensions, in their order; null where nobody knows. */
  List<@Nullable Object> cells(Set<Dimension> by) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Dimension dimension : ordered(by)) {
      String code = of(dimension);
      cells.add(code.isEmpty() ? null : code);
    }
    return cells;
  }

  private static Set<Dimension> ordered(Set<Dimension> by) {
    Set<Dimension> ordered = EnumSet.noneOf(Dimension.class);
    ordered.addAll(by);
    return ordered;
  }

  private String of(Dimension dimension) {
    return switch (dimension) {
      case LOCATION -> location;
      case CARRIER -> carrier;
      case SERVICE -> service;
      case CATEGORY -> category;
    };
  }

  private static Column column(Dimension dimension) {
    String name = dimension.label();
    return switch (dimension) {
      case LOCATION -> new Column(name, "Location", ColumnKind.TEXT, "Where it ships from.");
      case CARRIER -> new Column(name, "Carrier", ColumnKind.TEXT, "Who takes it.");
      case SERVICE -> new Column(name, "Service", ColumnKind.TEXT, "By which of its services.");
      case CATEGORY -> new Column(name, "Category", ColumnKind.TEXT, "Of the SKU.");
    };
  }
}
