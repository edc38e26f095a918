package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.api.SetupStore.SetupRow;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold between settings: each may be right and both together impossible. Reads only the
 * settings that a new one could contradict.
 */
final class SettingsTogether {
  /** Enough to see what is meant; a rule may be about thousands of SKUs. */
  private static final int MAX_SHOWN = 20;

  private final SetupStore store;

  SettingsTogether(SetupStore store) {
    this.store = store;
  }

  /** Why a sound setting cannot stand beside the others. */
  List<Violation> clashes(ClientId client, String code, Setting setting) {
    return switch (setting) {
      case CartonSetting carton -> carton(client, code);
      case WishesSetting wishes -> wishes(client, wishes);
      case RulesSetting rules -> rules(client, rules);
      default -> List.<Violation>of();
    };
  }

  private List<Violation> carton(ClientId client, String code) {
    List<SetupRow> known =
        store
            .list(client, SettingKind.CARTON.label(), null, SetUpFulfilment.MAX_CARTONS + 1)
            .items();
    long others = known.stream().filter(row -> !row.code().equals(code)).count();
    return others < SetUpFulfilment.MAX_CARTONS
        ? List.of()
        : List.of(
            new Violation(
                "code",
                "is one more than the %d cartons that there may be: delete one first"
                    .formatted(SetUpFulfilment.MAX_CARTONS)));
  }

  /** A SKU whose own classes must stay apart could never be shipped. */
  private List<Violation> wishes(ClientId client, WishesSetting wishes) {
    List<Violation> found = new ArrayList<>();
    store
        .find(client, SettingKind.RULES.label(), SettingKind.ONCE)
        .map(row -> SettingJson.read(row.document(), RulesSetting.class).rules())
        .orElse(List.of())
        .forEach(rule -> {
          if (isBoth(rule, wishes)) {
            found.add(
                new Violation(
                    "classes",
                    "holds %s and %s, which must not share a %s by a rule of yours: it could never"
                            .formatted(rule.first(), rule.second(), rule.scope())
                        + " be shipped; take one class away, or change the rule"));
          }
        });
    return found;
  }

  /** The same from the other side. */
  private List<Violation> rules(ClientId client, RulesSetting setting) {
    List<Violation> found = new ArrayList<>();
    String after = null;
    do {
      Page<SetupRow> page = store.list(client, SettingKind.WISHES.label(), after, Page.MAX_LIMIT);
      page.items().forEach(row -> addBroken(setting, row, found));
      after = page.next();
    } while (after != null && found.size() < MAX_SHOWN);
    return found;
  }

  private static void addBroken(RulesSetting setting, SetupRow row, List<Violation> found) {
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
  }

  private static boolean isBoth(RulesSetting.Rule rule, WishesSetting wishes) {
    return !rule.first().equals(rule.second())
        && wishes.classes().contains(rule.first())
        && wishes.classes().contains(rule.second());
  }
}
