package dev.holdfast.lab.generate;

import dev.holdfast.lab.generate.Generation.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Orders, movements and walks of a client's day, a file each. For one thread. */
final class CsvFiles implements Generation.DayFiles {
  private final Demand demand;
  private final Path folder;
  private final RowBuffer orders = new RowBuffer(OutputStream.nullOutputStream());
  private final RowBuffer movements = new RowBuffer(OutputStream.nullOutputStream());
  private final RowBuffer walks = new RowBuffer(OutputStream.nullOutputStream());

  CsvFiles(Demand demand, Path folder) {
    this.demand = demand;
    this.folder = folder;
  }

  @Override
  public Written write(ClientDay day) throws IOException {
    Path at = Files.createDirectories(folder.resolve(day.day().toString()));
    String name = day.client().code();
    try (WholeFile orderFile = WholeFile.open(at.resolve(name + ".orders.csv"), OrderSheet.HEADER);
        WholeFile movementFile =
            WholeFile.open(at.resolve(name + ".movements.csv"), StockSheet.MOVEMENT_HEADER);
        WholeFile walkFile =
            WholeFile.open(at.resolve(name + ".walks.csv"), StockSheet.WALK_HEADER)) {
      orders.to(orderFile);
      movements.to(movementFile);
      walks.to(walkFile);
      DayStock stock = new DayStock(demand, day.client(), day.day());
      OrderSheet sheet = new OrderSheet(orders, demand.postcodes());
      day.each(order -> {
        sheet.add(order);
        stock.add(order);
      });
      stock.tell(new StockSheet(movements, walks));
      orders.flush();
      movements.flush();
      walks.flush();
      orderFile.finish();
      movementFile.finish();
      walkFile.finish();
    }
    return new Written(day.orders(), 3, orders.written() + movements.written() + walks.written());
  }
}
