package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.application.fulfilment.setup.FulfilmentSetup.SkuWishes;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.Handling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a SKU wants to be packed, and how fresh it must arrive.
 *
 * @param keepUpright its height stays vertical
 * @param fragile nothing may lie on it
 * @param shipAlone shares its carton with nothing
 * @param maxPerCarton units in one carton, at most; 0: any number
 * @param classes what class rules call it
 * @param minShelfLifeDays left on the day of arrival, at least; 0: any
 */
public record WishesSetting(
    boolean keepUpright,
    boolean fragile,
    boolean shipAlone,
    int maxPerCarton,
    List<String> classes,
    int minShelfLifeDays)
    implements Setting {
  /** The most classes of one SKU. */
  public static final int MAX_CLASSES = 16;

  private static final int MAX_UNITS = 1_000_000;

  /** Ten years: what keeps longer needs no date. */
  private static final int MAX_DAYS = 3_650;

  /** Copies the classes. */
  public WishesSetting {
    classes = List.copyOf(classes);
  }

  @Override
  public SettingKind kind() {
    return SettingKind.WISHES;
  }

  @Override
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    Setting.within("maxPerCarton", maxPerCarton, 0, MAX_UNITS, found);
    Setting.within("minShelfLifeDays", minShelfLifeDays, 0, MAX_DAYS, found);
    Setting.within("classes", classes.size(), 0, MAX_CLASSES, found);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < classes.size(); i++) {
      String field = "classes[" + i + "]";
      TextRules.check(field, classes.get(i), 1, RulesSetting.MAX_CLASS, found);
      if (!known.add(classes.get(i))) {
        found.add(new Violation(field, "is there twice: remove one"));
      }
    }
    return found;
  }

  /** The same for planning. */
  SkuWishes compiled() {
    Handling handling =
        new Handling(keepUpright, fragile, shipAlone, maxPerCarton, Set.copyOf(classes));
    return new SkuWishes(handling, minShelfLifeDays);
  }
}
