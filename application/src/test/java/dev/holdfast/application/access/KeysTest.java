package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.Keys.Issued;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore.KeyRow;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final ClientId CLIENT = new ClientId(1);
  private static final ClientId OTHER = new ClientId(2);

  private final ReferenceAccessStore store = new ReferenceAccessStore(InstantSource.system());
  private final KeyRing ring = new KeyRing(store);
  private final Keys keys = new Keys(store, ring);

  @Test
  void aSecretIsHfAnd256BitsInUrlSafeText() {
    Issued issued = keys.issue(CLIENT, "Till 1", Role.CASHIER, false);

    assertThat(issued.secret()).matches("hf_[A-Za-z0-9_-]{43}");
  }

  @Test
  void noTwoSecretsAreAlike() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      secrets.add(Secrets.make());
    }

    assertThat(secrets).hasSize(100);
  }

  /** The example of FIPS 180: what the store keeps is the plain SHA-256. */
  @Test
  void whatIsKeptIsTheSha256() {
    assertThat(Secrets.hash("abc"))
        .asHexString()
        .isEqualToIgnoringCase("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
  }

  @Test
  void theRoleAndTheOperatorsRightBelongToTheKey() {
    Issued operator = keys.issue(CLIENT, "Operator", Role.ADMIN, true);
    Issued reader = keys.issue(CLIENT, "Screen", Role.READER, false);

    assertThat(ring.recognise(operator.secret()))
        .contains(new Principal(operator.key().id(), "Operator", CLIENT, Role.ADMIN, true));
    assertThat(ring.recognise(reader.secret()))
        .contains(new Principal(reader.key().id(), "Screen", CLIENT, Role.READER, false));
  }

  @Test
  void anotherClientCannotRevokeAKey() {
    Issued issued = keys.issue(CLIENT, "Till 1", Role.CASHIER, false);
    ring.recognise(issued.secret());

    assertThat(keys.revoke(OTHER, issued.key().id())).isFalse();

    assertThat(ring.known(issued.secret())).isNotNull();
  }

  @Test
  void aKeyIsRevokedOnce() {
    Issued issued = keys.issue(CLIENT, "Till 1", Role.CASHIER, false);

    assertThat(keys.revoke(CLIENT, issued.key().id())).isTrue();
    assertThat(keys.revoke(CLIENT, issued.key().id())).isFalse();
    assertThat(keys.list(CLIENT)).extracting(KeyRow::revokedAt).doesNotContainNull();
  }

  @Test
  void aSecretStaysOutOfLogs() {
    Issued issued = keys.issue(CLIENT, "Till 1", Role.CASHIER, false);

    assertThat(issued.toString()).doesNotContain(issued.secret()).contains("Till 1");
  }
}
