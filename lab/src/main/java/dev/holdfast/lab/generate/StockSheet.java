package dev.holdfast.lab.generate;

/** Movements and walks as CSV: docs/reference/generated-orders.md. */
public final class StockSheet implements DayStock.Sink {
  public static final String MOVEMENT_HEADER = "client,at,location,zone,category,kind,units";
  public static final String WALK_HEADER = "client,at,location,zone,list,picks,walk_mm";

  private final RowBuffer movements;
  private final RowBuffer walks;

  public StockSheet(RowBuffer movements, RowBuffer walks) {
    this.movements = movements;
    this.walks = walks;
  }

  @Override
  public void movement(
      ClientProfile client, long at, Place place, int category, String kind, long milli) {
    where(movements, client, at, place).ascii(ClientProfile.CATEGORIES.get(category)).comma();
    movements.ascii(kind).comma().number(milli).endRow();
  }

  @Override
  public void walk(ClientProfile client, long at, Place place, int list, int picks, long walkMm) {
    where(walks, client, at, place).number(list).comma().number(picks).comma();
    walks.number(walkMm).endRow();
  }

  private static RowBuffer where(RowBuffer out, ClientProfile client, long at, Place place) {
    out.ascii(client.code()).comma().instant(at).comma().ascii(place.code()).comma();
    return out.ascii(place.zone().getId()).comma();
  }
}
