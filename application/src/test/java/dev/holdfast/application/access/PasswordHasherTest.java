package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.PasswordHasher.Cost;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final PasswordHasher hasher = new PasswordHasher(new Cost(64, 1, 1));

  @Test
  void aPasswordMatchesItsOwnHashOnly() {
    String hash = hasher.hash("correct horse battery");

    assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(hasher.matches("correct horse battery", hash)).isTrue();
    assertThat(hasher.matches("correct horse batterY", hash)).isFalse();
    assertThat(hasher.matches("correct horse battery", null)).isFalse();
    assertThat(hasher.matches("nobody has this password", null)).isFalse();
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    assertThat(hasher.hash("correct horse battery"))
        .isNotEqualTo(hasher.hash("correct horse battery"));
  }

  @Test
  void aHashWithOtherParametersStillCounts() {
    String older = new PasswordHasher(new Cost(32, 2, 1)).hash("correct horse battery");

    assertThat(hasher.matches("correct horse battery", older)).isTrue();
  }

  @Test
  void theWayAnAccentIsTypedDoesNotMatter() {
    String hash = hasher.hash("caf\u00e9 caf\u00e9 caf\u00e9");

    assertThat(hasher.matches("cafe\u0301 cafe\u0301 cafe\u0301", hash)).isTrue();
  }

  /** From the tests of the reference implementation, phc-winner-argon2, src/test.c. */
  @Test
  void hashesAreThoseOfEverybodyElse() {
    String theirs =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(hasher.matches("password", theirs)).isTrue();
    assertThat(hasher.matches("Password", theirs)).isFalse();
  }
}
