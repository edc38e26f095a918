package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Classes of goods that must stay apart. */
public record RulesSetting(List<Rule> rules) implements Setting {
  /** The most rules: every two of fourteen classes. */
  public static final int MAX_RULES = 100;

  /** The most characters of a class. */
  public static final int MAX_CLASS = 32;

  /** Copies the rules. */
  public RulesSetting {
    rules = List.copyOf(rules);
  }

  /**
   * Two classes, or one beside itself.
   *
   * @param scope carton, shipment or location
   */
  public record Rule(String first, String second, String scope) {
    private Optional<Scope> scopeOf() {
      return Arrays.stream(Scope.values()).filter(one -> one.word().equals(scope)).findFirst();
    }
  }

  @Override
  public SettingKind kind() {
    return SettingKind.RULES;
  }

  @Override
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    Setting.within("rules", rules.size(), 0, MAX_RULES, found);
    Map<Set<String>, Integer> known = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      String at = "rules[" + i + "].";
      TextRules.check(at + "first", rule.first(), 1, MAX_CLASS, found);
      TextRules.check(at + "second", rule.second(), 1, MAX_CLASS, found);
      if (rule.scopeOf().isEmpty()) {
        String words =
            Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));
        found.add(new Violation(at + "scope", "must be one of " + words));
      }
      Integer first = known.putIfAbsent(new TreeSet<>(List.of(rule.first(), rule.second())), i);
      if (first != null) {
        found.add(
            new Violation(
                at + "second",
                "names the two classes of rules[" + first + "] again: keep the wider scope"));
      }
    }
    return found;
  }

  /** The same for planning. */
  ClassRules compiled() {
    List<ClassRule> all = new ArrayList<>();
    for (Rule rule : rules) {
      all.add(new ClassRule(rule.first(), rule.second(), rule.scopeOf().orElseThrow()));
    }
    return new ClassRules(all);
  }
}
