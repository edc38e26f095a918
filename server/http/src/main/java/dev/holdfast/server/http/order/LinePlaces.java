package dev.holdfast.server.http.order;

/** An order that is one line of JSON. */
record LinePlaces(JsonLine line) implements OrderPlaces {
  @Override
  public Place of(String field) {
    return new Place(line.number(), field, "");
  }
}
