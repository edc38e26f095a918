package dev.holdfast.domain.event;

import dev.holdfast.domain.stock.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an event tells of. The label is part of the contract and never changes its meaning. */
public enum EventType {
  RECEIVED("dev.holdfast.stock.received"),
  SOLD("dev.holdfast.stock.sold"),
  COUNTED("dev.holdfast.stock.counted"),
  ADJUSTED("dev.holdfast.stock.adjusted"),
  TRANSFERRED_OUT("dev.holdfast.stock.transferred-out"),
  TRANSFERRED_IN("dev.holdfast.stock.transferred-in"),
  WRITTEN_OFF("dev.holdfast.stock.written-off"),
  RETURNED("dev.holdfast.stock.returned"),
  SAFETY_STOCK_SET("dev.holdfast.stock.safety-stock-set"),
  RESERVED("dev.holdfast.reservation.reserved"),
  RELEASED("dev.holdfast.reservation.released"),
  EXPIRED("dev.holdfast.reservation.expired"),
  CONFIRMED("dev.holdfast.reservation.confirmed"),
  /** What can be promised fell to the low-stock threshold or below it. */
  LOW("dev.holdfast.stock.low"),
  /** What can be promised rose to the back-in-stock threshold or above it. */
  BACK("dev.holdfast.stock.back");

  private final String label;

  EventType(String label) {
    this.label = label;
  }

  /** The type's name in events. */
  public String label() {
    return label;
  }

  /** The type of a name; empty when there is none. */
  public static Optional<EventType> ofLabel(String label) {
    for (EventType type : values()) {
      if (type.label.equals(label)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Every name, in a fixed order. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (EventType type : values()) {
      labels.add(type.label);
    }
    return labels;
  }

  static EventType of(EntryKind kind) {
    return switch (kind) {
      case RECEIVED -> RECEIVED;
      case SOLD -> SOLD;
      case RESERVED -> RESERVED;
      case RELEASED -> RELEASED;
      case EXPIRED -> EXPIRED;
      case COUNTED -> COUNTED;
      case ADJUSTED -> ADJUSTED;
      case TRANSFERRED_OUT -> TRANSFERRED_OUT;
      case TRANSFERRED_IN -> TRANSFERRED_IN;
      case WRITTEN_OFF -> WRITTEN_OFF;
      case RETURNED -> RETURNED;
      case SAFETY_STOCK_SET -> SAFETY_STOCK_SET;
      case CONFIRMED -> CONFIRMED;
    };
  }
}
