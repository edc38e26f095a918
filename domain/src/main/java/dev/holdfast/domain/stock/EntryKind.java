package dev.holdfast.domain.stock;

/** The kind of a ledger entry. The code is what stores keep; it never changes its meaning. */
public enum EntryKind {
  RECEIVED(1, "received"),
  SOLD(2, "sold"),
  RESERVED(3, "reserved"),
  RELEASED(4, "released"),
  EXPIRED(5, "expired"),
  COUNTED(6, "counted"),
  ADJUSTED(7, "adjusted"),
  TRANSFERRED_OUT(8, "transferred-out"),
  TRANSFERRED_IN(9, "transferred-in"),
  WRITTEN_OFF(10, "written-off"),
  RETURNED(11, "returned"),
  SAFETY_STOCK_SET(12, "safety-stock-set"),
  /** A reservation's goods handed over: leaves both on hand and reserved. */
  CONFIRMED(13, "confirmed");

  private static final EntryKind[] BY_CODE = new EntryKind[14];

  static {
    for (EntryKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;
  private final String label;

  EntryKind(int code, String label) {
    this.code = code;
    this.label = label;
  }

  public int code() {
    return code;
  }

  /** The name on the wire and in exports. */
  public String label() {
    return label;
  }

  /**
   * The kind of a stored code.
   *
   * @throws IllegalArgumentException when no kind has it
   */
  public static EntryKind ofCode(int code) {
    if (code < 1 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("no ledger entry kind has code " + code);
    }
    return BY_CODE[code];
  }
}
