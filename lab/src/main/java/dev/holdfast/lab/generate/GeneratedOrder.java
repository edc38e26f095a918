package dev.holdfast.lab.generate;

import java.util.UUID;

/**
 * One order, drawn into the same object again and again. Rows are its lines by shipment, in order
 * of shipment and line; a line that two shipments serve has two rows. A refused order has rows
 * without shipment. For one thread.
 */
public final class GeneratedOrder {
  /** What an order, or a shipment, has come to by the end of what is generated. */
  public enum State {
    PLACED("placed"),
    RELEASED("released"),
    SHIPPED("shipped"),
    CANCELLED("cancelled"),
    /** Not an order: stock was not there. */
    REFUSED("refused");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** No time. */
  public static final long NEVER = Long.MIN_VALUE;

  static final int MAX_SHIPMENTS = 2;
  static final int MAX_LINES = 6;
  static final int MAX_ROWS = MAX_LINES + 1;

  ClientProfile client;
  long epochDay;
  int sequence;
  long placedAt;
  int postcode;
  boolean refused;
  int shipments;
  final Shipment[] shipment = {new Shipment(), new Shipment()};
  int rows;
  final Row[] row = new Row[MAX_ROWS];

  GeneratedOrder(ClientProfile client) {
    this.client = client;
    for (int i = 0; i < MAX_ROWS; i++) {
      row[i] = new Row();
    }
  }

  /** A shipment; of a refused order the place that had too little. */
  public static final class Shipment {
    State state = State.PLACED;
    Place place = new Place(0, "", java.time.ZoneOffset.UTC);
    Offer offer = new Offer("", "", 0, 0, 0);
    long releasedAt;
    long shippedAt;
    long shipBy;
    long promised;
    long arrival;
    int cartons;
    int shippingMinor;

    public State state() {
      return state;
    }

    public Place place() {
      return place;
    }

    public Offer offer() {
      return offer;
    }

    /** Seconds since 1970, or {@link #NEVER}; so are all times. */
    public long releasedAt() {
      return releasedAt;
    }

    public long shippedAt() {
      return shippedAt;
    }

    public long shipBy() {
      return shipBy;
    }

    /** A day since 1970. */
    public long promised() {
      return promised;
    }

    /** A day since 1970. */
    public long arrival() {
      return arrival;
    }

    public int cartons() {
      return cartons;
    }

    public int shippingMinor() {
      return shippingMinor;
    }
  }

  /** What a shipment brings of a line. */
  public static final class Row {
    int line;
    int shipment;
    int sku;
    int category;
    int orderedMilli;
    int filledMilli;
    int returnedMilli;
    long revenueMinor;

    public int line() {
      return line;
    }

    public int shipment() {
      return shipment;
    }

    public int category() {
      return category;
    }

    /** What was asked for, told with the line's first row; thousandths. */
    public int orderedMilli() {
      return orderedMilli;
    }

    public int filledMilli() {
      return filledMilli;
    }

    public int returnedMilli() {
      return returnedMilli;
    }

    /** What is paid for what is filled. */
    public long revenueMinor() {
      return revenueMinor;
    }
  }

  public ClientProfile client() {
    return client;
  }

  /** The client's day that it is of, since 1970. */
  public long epochDay() {
    return epochDay;
  }

  public long placedAt() {
    return placedAt;
  }

  public boolean isRefused() {
    return refused;
  }

  public int shipments() {
    return shipments;
  }

  public Shipment shipment(int index) {
    return shipment[index];
  }

  public int rows() {
    return rows;
  }

  public Row row(int index) {
    return row[index];
  }

  /** Unique, and the same for the same order. */
  public UUID id() {
    return new UUID(
        (Seeds.mix(client.seed() ^ epochDay) & ~0xF000L) | 0x8000L,
        (Seeds.mix((epochDay << 32) | sequence) & ~(3L << 62)) | (1L << 63));
  }
}
