package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.storage.api.SetupStore.SetupRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must hold between settings: each may be right and both together impossible. */
final class SettingsTogether {
  /** Enough to see what is meant; a rule may be about thousands of SKUs. */
  private static final int MAX_SHOWN = 20;

  private SettingsTogether() {}

  private static Stream<SetupRow> of(List<SetupRow> rows, SettingKind kind) {
    return rows.stream().filter(row -> row.kind().equals(kind.label()));
  }

  static List<Violation> carton(List<SetupRow> rows, String code) {
    long others =
        of(rows, SettingKind.CARTON).filter(row -> !row.code().equals(code)).limit(1_000).count();
    return others < SetUpFulfilment.MAX_CARTONS
        ? List.of()
        : List.of(
            new Violation(
                "code",
                "is one more than the %d cartons that there may be: delete one first"
                    .formatted(SetUpFulfilment.MAX_CARTONS)));
  }

  /** A SKU whose own classes must stay apart could never be shipped. */
  static List<Violation> wishes(List<SetupRow> rows, WishesSetting wishes) {
    List<Violation> found = new ArrayList<>();
    of(rows, SettingKind.RULES)
        .map(row -> SettingJson.read(row.document(), RulesSetting.class))
        .flatMap(setting -> setting.rules().stream())
        .filter(rule -> isBoth(rule, wishes))
        .forEach(rule ->
            found.add(
                new Violation(
                    "classes",
                    "holds %s and %s, which must not share a %s by a rule of yours: it could never"
                            .formatted(rule.first(), rule.second(), rule.scope())
                        + " be shipped; take one class away, or change the rule")));
    return found;
  }

  /** The same from the other side. */
  static List<Violation> rules(List<SetupRow> rows, RulesSetting setting) {
    List<Violation> found = new ArrayList<>();
    of(rows, SettingKind.WISHES)
        .forEach(row -> {
          WishesSetting wishes = SettingJson.read(row.document(), WishesSetting.class);
          for (int i = 0; i < setting.rules().size() && found.size() < MAX_SHOWN; i++) {
            RulesSetting.Rule rule = setting.rules().get(i);
            if (isBoth(rule, wishes)) {
              found.add(
                  new Violation(
                      "rules[" + i + "]",
                      "keeps %s from %s, but SKU %s is of both and could never be shipped: change"
                              .formatted(rule.first(), rule.second(), row.code())
                          + " its classes first, or leave the rule out"));
            }
          }
        });
    return found;
  }

  private static boolean isBoth(RulesSetting.Rule rule, WishesSetting wishes) {
    return !rule.first().equals(rule.second())
        && wishes.classes().contains(rule.first())
        && wishes.classes().contains(rule.second());
  }
}
