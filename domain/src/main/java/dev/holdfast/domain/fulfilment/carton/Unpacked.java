package dev.holdfast.domain.fulfilment.carton;

/**
 * Units of one line that no carton takes.
 *
 * @param line index of the line in what was asked to be packed
 * @param units how many
 * @param why the reason, with the goods and the carton that came nearest
 */
public record Unpacked(int line, int units, Why why) {

  /** Why no carton takes a unit. */
  public sealed interface Why {
    /** A sentence for people, with what to do. */
    String text();

    /** The unit is larger than every carton in each orientation that it may lie in. */
    record TooLarge(String sku, Size unit, CartonType largest) implements Why {
      @Override
      public String text() {
        return sku
            + " ("
            + unit.text()
            + ") is larger than every carton; the largest, "
            + largest.code()
            + ", holds "
            + largest.inner().text()
            + ". Add a larger carton or ship it in its own packaging.";
      }
    }

    /** The unit is heavier than what each carton that it fits into may carry. */
    record TooHeavy(String sku, int weightG, CartonType strongest) implements Why {
      @Override
      public String text() {
        return sku
            + " weighs "
            + weightG
            + " g; the strongest carton that it fits into, "
            + strongest.code()
            + ", carries "
            + strongest.maxContentG()
            + " g. Add a stronger carton or ship it in its own packaging.";
      }
    }
  }
}
