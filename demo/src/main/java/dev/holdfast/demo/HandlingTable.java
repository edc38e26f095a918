package dev.holdfast.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the names of goods say about how they want to be packed. */
final class HandlingTable {
  /** What nobody wants on top of a glass, grams. */
  private static final int HEAVY_G = 8_000;

  private static final int COLUMNS = 4;
  private static final String NONE = "-";

  private final List<Rule> rules =
      BundledTable.read("handling.txt", COLUMNS).stream().map(Rule::parse).toList();

  private record Rule(
      DemoCategory category, List<String> words, List<String> exceptions, DemoHandling handling) {
    static Rule parse(BundledTable.Row row) {
      String[] words = row.cells().get(0).split("!", -1);
      Set<String> wishes = words(row.cells().get(2), " ");
      return new Rule(
          DemoCategory.ofCode(row.section()),
          List.copyOf(words(words[0], ";")),
          words.length > 1 ? List.copyOf(words(words[1], ";")) : List.of(),
          new DemoHandling(
              wishes.contains("upright"),
              wishes.contains("fragile"),
              wishes.contains("alone"),
              words(row.cells().get(1), " "),
              Integer.parseInt(row.cells().get(3))));
    }

    private static Set<String> words(String cell, String separator) {
      return cell.equals(NONE)
          ? Set.of()
          : new TreeSet<>(Arrays.stream(cell.split(separator)).map(String::strip).toList());
    }

    boolean isAbout(DemoSku sku) {
      return sku.category() == category
          && words.stream().anyMatch(sku.name()::contains)
          && exceptions.stream().noneMatch(sku.name()::contains);
    }
  }

  DemoHandling of(DemoSku sku) {
    DemoHandling handling = DemoHandling.NONE;
    for (Rule rule : rules) {
      if (rule.isAbout(sku)) {
        handling = handling.and(rule.handling());
      }
    }
    List<String> further = new ArrayList<>();
    if (sku.category() == DemoCategory.GROCERY || sku.category() == DemoCategory.PRODUCE) {
      further.add("food");
    }
    if (Stream.of("frozen", "chilled").noneMatch(handling.classes()::contains)) {
      further.add("dry");
    }
    if (sku.size().weightG() >= HEAVY_G && !handling.classes().contains("glass")) {
      further.add("heavy");
    }
    return handling.and(new DemoHandling(false, false, false, Set.copyOf(further), 0));
  }
}
