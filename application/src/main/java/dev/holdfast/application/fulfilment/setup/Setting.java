package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.Violation;
import java.util.List;

/**
 * One setting as a person wrote it, right or wrong. Its components are the fields of its document:
 * renaming one orphans what is stored.
 */
public sealed interface Setting
    permits CartonSetting,
        RulesSetting,
        TermsSetting,
        WishesSetting,
        FacilitySetting,
        LayoutSetting {
  /** The most that any amount may be, minor units: sums of thousands of them fit a long. */
  long MAX_MINOR = 1_000_000_000;

  SettingKind kind();

  /** Everything that is wrong with it, by field; empty: it can be used. */
  List<Violation> check();

  /** Adds a violation where a number is out of range. */
  static void within(String field, long value, long least, long most, List<Violation> found) {
    if (value < least || value > most) {
      found.add(new Violation(field, "must be " + least + " to " + most + ", not " + value));
    }
  }
}
