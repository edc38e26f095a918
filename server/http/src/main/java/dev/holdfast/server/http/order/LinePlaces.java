package dev.holdfast.server.http.order;

/** An order that is one line of JSON. */
record LinePlaces(JsonLine line) implements OrderPlaces {
  /** How a problem names a body that is no JSON object. */
  private static final String WHOLE = "body";

  @Override
  public Place of(String field) {
    return new Place(line.number(), field.equals(WHOLE) ? "" : field, "");
  }
}
