package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A box that may be used for packing.
 *
 * @param outer what carriers measure
 * @param inner what may be filled
 * @param emptyG of the box, grams
 * @param maxGrossG of the box with its content, at most, grams
 * @param costMinor of the box, minor units
 */
public record CartonSetting(Sides outer, Sides inner, int emptyG, int maxGrossG, long costMinor)
    implements Setting {
  /** Three sides, millimetres. */
  public record Sides(int lengthMm, int widthMm, int heightMm) {
    private Size size() {
      return new Size(lengthMm, widthMm, heightMm);
    }

    private void check(String field, List<Violation> found) {
      within(field + ".lengthMm", lengthMm, found);
      within(field + ".widthMm", widthMm, found);
      within(field + ".heightMm", heightMm, found);
    }

    private static void within(String field, int mm, List<Violation> found) {
      Setting.within(field, mm, 1, Goods.MAX_SIDE_MM, found);
    }
  }

  @Override
  public SettingKind kind() {
    return SettingKind.CARTON;
  }

  @Override
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    outer.check("outer", found);
    inner.check("inner", found);
    notLarger("lengthMm", inner.lengthMm(), outer.lengthMm(), found);
    notLarger("widthMm", inner.widthMm(), outer.widthMm(), found);
    notLarger("heightMm", inner.heightMm(), outer.heightMm(), found);
    Setting.within("emptyG", emptyG, 0, Goods.MAX_WEIGHT_G, found);
    Setting.within("maxGrossG", maxGrossG, 1, Goods.MAX_WEIGHT_G, found);
    if (emptyG >= maxGrossG) {
      found.add(
          new Violation(
              "maxGrossG",
              "must be more than the %d g that the box weighs empty, not %d"
                  .formatted(emptyG, maxGrossG)));
    }
    Setting.within("costMinor", costMinor, 0, MAX_MINOR, found);
    return found;
  }

  private static void notLarger(String side, int inside, int outside, List<Violation> found) {
    if (inside > outside) {
      found.add(
          new Violation(
              "inner." + side,
              "is %d, larger than the %d outside: exchange the two, or correct one"
                  .formatted(inside, outside)));
    }
  }

  /** The same for packing. */
  CartonType type(String code) {
    return new CartonType(code, outer.size(), inner.size(), emptyG, maxGrossG, costMinor);
  }
}
