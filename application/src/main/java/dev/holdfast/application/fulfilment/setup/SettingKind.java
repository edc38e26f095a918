package dev.holdfast.application.fulfilment.setup;

/** What a setting is about. */
public enum SettingKind {
  /** A carton type, by its code. */
  CARTON("carton"),
  /** The class rules, once. */
  RULES("rules"),
  /** The terms of every plan, once. */
  TERMS("terms"),
  /** How a SKU wants to be packed, by its code. */
  WISHES("wishes"),
  /** How a location ships, by its code. */
  FACILITY("facility"),
  /** The floor of a location, by its code. */
  LAYOUT("layout"),
  /** A sheet of tariffs or calendars as CSV, by its label. */
  SHEET("sheet");

  /** The code of settings that a client has once. */
  public static final String ONCE = "-";

  private final String label;

  SettingKind(String label) {
    this.label = label;
  }

  /** The name in the store. */
  public String label() {
    return label;
  }
}
