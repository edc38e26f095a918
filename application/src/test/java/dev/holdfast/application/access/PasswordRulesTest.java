package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
  private static List<String> complaints(String password) {
    List<Violation> found = new ArrayList<>();
    PasswordRules.check("password", password, "ann@example.com", found);
    return found.stream().map(Violation::message).toList();
  }

  @Test
  void lengthIsWhatCounts() {
    assertThat(complaints("elevenchars")).singleElement().asString().contains("12 to 128");
    assertThat(complaints("twelve chars")).isEmpty();
    assertThat(complaints("x".repeat(128))).isEmpty();
    assertThat(complaints("x".repeat(129))).hasSize(1);
    assertThat(complaints("\uD83D\uDD11".repeat(12))).isEmpty();
  }

  @Test
  void whatEverybodyTriesFirstIsRefused() {
    assertThat(complaints("Password1234")).singleElement().asString().contains("everybody");
    assertThat(complaints("Ann@Example.com")).singleElement().asString().contains("e-mail");
  }

  @Test
  void aGeneratedPasswordIsAccepted() {
    String made = PasswordRules.generate();

    assertThat(made).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    assertThat(complaints(made)).isEmpty();
    assertThat(PasswordRules.generate()).isNotEqualTo(made);
  }
}
