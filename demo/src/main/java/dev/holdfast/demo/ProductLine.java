package dev.holdfast.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of a product table: products that differ only in brand, variant and pack.
 *
 * @param pattern name after the brand, with places for variant and pack: {@code {v} Rice {p}}
 */
record ProductLine(
    DemoCategory category,
    String pattern,
    List<String> brands,
    List<String> variants,
    List<Pack> packs,
    Demand demand) {

  private static final int COLUMNS = 6;

  /** A cell that says "without". */
  private static final String NONE = "-";

  private static final String SIZED = "sized";

  /** One product of a line. */
  record Product(ProductLine line, String name, Pack pack) {}

  /** Every line of a product table, in its order. */
  static List<ProductLine> read(String resource) {
    return BundledTable.read(resource, COLUMNS).stream().map(ProductLine::parse).toList();
  }

  /**
   * Every product of the line: the first brand, variant and pack first, the rest shuffled, so that
   * a range that takes only some of them has a bit of each.
   */
  List<Product> products() {
    List<Product> products = new ArrayList<>();
    for (Pack pack : packs) {
      for (String variant : variants) {
        for (String brand : brands) {
          products.add(new Product(this, name(brand, variant, pack), pack));
        }
      }
    }
    products
        .subList(1, products.size())
        .sort(
            Comparator.comparingLong((Product p) -> Draw.keyedBy("shuffle", p.name()).next())
                .thenComparing(Product::name));
    return products;
  }

  private String name(String brand, String variant, Pack pack) {
    String name = pattern.replace("{v}", textOf(variant)).replace("{p}", pack.label());
    return (textOf(brand) + " " + name).strip().replaceAll(" +", " ");
  }

  private static String textOf(String cell) {
    return cell.equals(NONE) ? "" : cell;
  }

  private static ProductLine parse(BundledTable.Row row) {
    List<String> cells = row.cells();
    String packing = cells.get(4);
    return new ProductLine(
        DemoCategory.ofCode(row.section()),
        cells.get(0),
        list(cells.get(1)),
        list(cells.get(2)),
        list(cells.get(3)).stream().map(pack -> parsePack(pack, packing)).toList(),
        Demand.parse(cells.get(5)));
  }

  private static Pack parsePack(String pack, String packing) {
    boolean sized = packing.equals(SIZED);
    return sized ? Pack.parseSized(pack) : Pack.parse(pack, Packing.parse(packing));
  }

  private static List<String> list(String cell) {
    return Stream.of(cell.split(";")).map(String::strip).toList();
  }
}
