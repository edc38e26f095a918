package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.Orientations;
import dev.holdfast.domain.fulfilment.carton.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the e-commerce set: {@code items.csv} (order, units, name, width, length, depth, weight),
 * {@code boxes.csv} (name, outer sides, empty weight, inner sides, gross limit) and {@code
 * expected.csv} (order, then cartons and two more figures with units kept flat, then free).
 */
final class ShopFiles {
  private static final int FREE_COLUMN = 4;
  private static final int FLAT_COLUMN = 1;

  private ShopFiles() {}

  static List<CartonType> cartons(Path folder) {
    List<CartonType> types = new ArrayList<>();
    for (String[] row : rows(folder.resolve("boxes.csv"), 9)) {
      Size outer = new Size(number(row, 1), number(row, 2), number(row, 3));
      Size inner = new Size(number(row, 5), number(row, 6), number(row, 7));
      types.add(new CartonType(row[0], outer, inner, number(row, 4), number(row, 8), 0));
    }
    return types;
  }

  static List<ShopOrder> orders(Path folder) {
    Map<String, List<CartonLine>> lines = new LinkedHashMap<>();
    for (String[] row : rows(folder.resolve("items.csv"), 7)) {
      Goods goods =
          new Goods(
              row[2],
              number(row, 3),
              number(row, 4),
              number(row, 5),
              number(row, 6),
              Handling.NONE);
      lines
          .computeIfAbsent(row[0], order -> new ArrayList<>())
          .add(new CartonLine(goods, number(row, 1), Orientations.FREE));
    }
    List<ShopOrder> orders = new ArrayList<>();
    for (String[] row : rows(folder.resolve("expected.csv"), 7)) {
      List<CartonLine> wanted = lines.get(row[0]);
      if (wanted == null) {
        throw new InstanceException("expected.csv names order " + row[0] + ", items.csv does not.");
      }
      orders.add(new ShopOrder(wanted, number(row, FREE_COLUMN), number(row, FLAT_COLUMN)));
    }
    return orders;
  }

  private static List<String[]> rows(Path file, int columns) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns) {
          throw new InstanceException(
              file
                  + " has a row of "
                  + cells.length
                  + " cells instead of "
                  + columns
                  + ": "
                  + line);
        }
        rows.add(cells);
      }
    } catch (IOException unreadable) {
      throw new InstanceException(
          "Cannot read " + file + ". Give the folder that holds it, such as --data ./boxpacker.",
          unreadable);
    }
    return rows;
  }

  private static int number(String[] row, int column) {
    try {
      return Integer.parseInt(row[column].strip());
    } catch (NumberFormatException wrong) {
      throw new InstanceException(
          "'" + row[column] + "' in column " + (column + 1) + " is no whole number.", wrong);
    }
  }
}
