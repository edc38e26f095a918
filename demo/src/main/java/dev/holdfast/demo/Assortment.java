package dev.holdfast.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses a client's SKUs from its product lines: in rounds, one product of every line that has one
 * left, until each category has its number. Every line is represented, and neighbouring codes are
 * different products.
 */
final class Assortment {

  /** About as many products carry a second code, that of a relaunched pack, as in real ranges. */
  private static final int SECOND_BARCODE_PERCENT = 16;

  private final RangePlan plan;
  private final Map<DemoCategory, Integer> wanted;
  private final List<Offer> offers = new ArrayList<>();

  private Assortment(RangePlan plan) {
    this.plan = plan;
    this.wanted = new EnumMap<>(plan.quotas());
  }

  /** The range, in order of SKU code. */
  static List<Offer> of(RangePlan plan) {
    Assortment assortment = new Assortment(plan);
    assortment.fill();
    return List.copyOf(assortment.offers);
  }

  private void fill() {
    List<List<ProductLine.Product>> lines =
        interleavedLines().stream().map(ProductLine::products).toList();
    int total = plan.quotas().values().stream().mapToInt(Integer::intValue).sum();
    for (int round = 0; offers.size() < total; round++) {
      int before = offers.size();
      for (List<ProductLine.Product> line : lines) {
        if (round < line.size() && take(line.get(round).line().category())) {
          offers.add(offer(line.get(round)));
        }
      }
      if (offers.size() == before) {
        throw new IllegalStateException(
            "Add product lines to %s, which lack %s".formatted(plan.tables(), wanted));
      }
    }
  }

  private boolean take(DemoCategory category) {
    int left = wanted.getOrDefault(category, 0);
    if (left == 0) {
      return false;
    }
    wanted.put(category, left - 1);
    return true;
  }

  private Offer offer(ProductLine.Product product) {
    int ordinal = offers.size() + 1;
    String code = plan.skuPrefix() + String.format(Locale.ROOT, "%05d", ordinal);
    List<String> barcodes = new ArrayList<>();
    barcodes.add(Ean13.of(plan.barcodePrefix(), ordinal));
    if (Draw.keyedBy("barcode", code).chance(SECOND_BARCODE_PERCENT)) {
      barcodes.add(Ean13.of(plan.secondBarcodePrefix(), ordinal));
    }
    Pack pack = product.pack();
    DemoSku sku =
        new DemoSku(
            code, product.name(), barcodes, pack.unit(), pack.size(), product.line().category());
    return new Offer(sku, product.line().demand());
  }

  /** The lines of all tables, the departments mixed evenly, each in its own order. */
  private List<ProductLine> interleavedLines() {
    record Ranked(ProductLine line, long rank) {}
    List<Ranked> ranked = new ArrayList<>();
    for (String table : plan.tables()) {
      List<ProductLine> lines = ProductLine.read(table);
      for (int i = 0; i < lines.size(); i++) {
        ranked.add(new Ranked(lines.get(i), 1_000_000L * i / lines.size()));
      }
    }
    ranked.sort(Comparator.comparingLong(Ranked::rank));
    return ranked.stream().map(Ranked::line).toList();
  }
}
