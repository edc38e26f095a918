package dev.holdfast.demo;

/** What a location is for. */
public enum DemoLocationKind {
  /** A warehouse store that shoppers visit. */
  STORE("store"),
  /** A building without shoppers that ships orders. */
  FULFILMENT_CENTRE("fulfilment_centre");

  private final String code;

  DemoLocationKind(String code) {
    this.code = code;
  }

  /** The word that files use. */
  public String code() {
    return code;
  }
}
