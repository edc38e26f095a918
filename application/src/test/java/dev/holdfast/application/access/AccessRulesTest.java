package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
  private final List<Violation> found = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"harbor", "7", "a-b-c", "0-", "abcdefghijklmnopqrstuvwxyz-12345"})
  void smallLettersDigitsAndDashesMakeAClientCode(String code) {
    AccessRules.checkClientCode(code, found);

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "Harbor", "a_b", "a b", "ä", "a\n", "abcdefghijklmnopqrstuvwxyz-123456"})
  void anythingElseDoesNot(String code) {
    AccessRules.checkClientCode(code, found);

    assertThat(found).extracting(Violation::field).containsExactly("code");
  }

  @Test
  void everyRoleIsFoundByItsLabel() {
    for (Role role : Role.values()) {
      assertThat(AccessRules.checkRole(role.label(), found)).contains(role);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void anUnknownRoleIsAnsweredWithThoseThereAre() {
    assertThat(AccessRules.checkRole("boss", found)).isEmpty();

    assertThat(found)
        .containsExactly(
            new Violation(
                "role", "must be one of admin, planner, clerk, cashier, partner, reader, shopper"));
  }

  @Test
  void aNameIsOneLineOfText() {
    AccessRules.checkName("Till 1 · Ångström", found);
    assertThat(found).isEmpty();

    AccessRules.checkName("", found);
    AccessRules.checkName("n".repeat(AccessRules.MAX_NAME + 1), found);
    AccessRules.checkName("a\nb", found);
    assertThat(found).hasSize(3);
  }
}
