package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.application.access.Keys.Issued;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final ClientId CLIENT = new ClientId(1);

  private final ReferenceAccessStore store = new ReferenceAccessStore(InstantSource.system());
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final KeyRing ring = new KeyRing(store, nanos::get);
  private final Keys keys = new Keys(store, ring);

  /** Another node on the same store: what it holds, this one does not know of. */
  private final KeyRing elsewhere = new KeyRing(store, nanos::get);

  private Issued issued() {
    return keys.issue(CLIENT, "Till 1", Role.CASHIER, false);
  }

  private static Principal holder(Issued issued) {
    return new Principal(issued.key().id(), "Till 1", CLIENT, Role.CASHIER, false);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void aHolderIsRecognisedAndThenKnown() {
    Issued key = issued();

    assertThat(ring.known(key.secret())).isNull();
    assertThat(ring.recognise(key.secret())).contains(holder(key));
    assertThat(ring.known(key.secret())).isEqualTo(holder(key));
  }

  @Test
  void aHolderIsKnownWithoutTheStoreForSomeSeconds() {
    Issued key = issued();
    ring.recognise(key.secret());
    store.cutOff(true);

    pass(KeyRing.HOLD.minusNanos(1));

    assertThat(ring.known(key.secret())).isEqualTo(holder(key));
    assertThat(ring.recognise(key.secret())).contains(holder(key));
  }

  @Test
  void afterThatTheStoreIsAskedAgain() {
    Issued key = issued();
    ring.recognise(key.secret());
    store.cutOff(true);

    pass(KeyRing.HOLD);

    assertThat(ring.known(key.secret())).isNull();
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> ring.recognise(key.secret()));
    store.cutOff(false);
    assertThat(ring.recognise(key.secret())).contains(holder(key));
  }

  @Test
  void beingKnownDoesNotProlongIt() {
    Issued key = issued();
    ring.recognise(key.secret());

    for (int i = 0; i < 4; i++) {
      pass(KeyRing.HOLD.dividedBy(4));
      ring.known(key.secret());
    }

    assertThat(ring.known(key.secret())).isNull();
  }

  @Test
  void aRevocationIsFeltAtOnceWhereItWasMade() {
    Issued key = issued();
    ring.recognise(key.secret());

    assertThat(keys.revoke(CLIENT, key.key().id())).isTrue();

    assertThat(ring.known(key.secret())).isNull();
    assertThat(ring.recognise(key.secret())).isEmpty();
  }

  @Test
  void aRevocationIsFeltElsewhereWithinTheHold() {
    Issued key = issued();
    elsewhere.recognise(key.secret());
    keys.revoke(CLIENT, key.key().id());
    assertThat(elsewhere.known(key.secret())).isEqualTo(holder(key));

    pass(KeyRing.HOLD);

    assertThat(elsewhere.known(key.secret())).isNull();
    assertThat(elsewhere.recognise(key.secret())).isEmpty();
    assertThat(elsewhere.known(key.secret())).isNull();
  }

  @Test
  void revokingOneKeyLeavesTheOthers() {
    Issued gone = issued();
    Issued kept = issued();
    ring.recognise(gone.secret());
    ring.recognise(kept.secret());

    keys.revoke(CLIENT, gone.key().id());

    assertThat(ring.known(kept.secret())).isEqualTo(holder(kept));
  }

  @Test
  void anUnknownSecretIsNotAskedAboutAgainForASecond() {
    String secret = Secrets.make();
    assertThat(ring.recognise(secret)).isEmpty();
    store.cutOff(true);

    pass(KeyRing.HOLD_UNKNOWN.minusMillis(1));
    assertThat(ring.recognise(secret)).isEmpty();

    pass(Duration.ofMillis(1));
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> ring.recognise(secret));
  }

  @Test
  void theStoreIsNeverAskedAboutWhatIsNoSecretOfOurs() {
    store.cutOff(true);

    for (String odd :
        new String[] {"", "hf_", "hf_short", "x".repeat(46), "hf_" + "x".repeat(44)}) {
      assertThat(ring.known(odd)).isNull();
      assertThat(ring.recognise(odd)).isEmpty();
    }
  }

  @Test
  void lookupsAreNotInterruptedByAskingAgain() {
    Issued key = issued();
    ring.recognise(key.secret());

    pass(KeyRing.REFRESH_AFTER);
    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isEqualTo(holder(key));

    // The question was asked in the background; its answer counts from then.
    await(() -> {
      pass(Duration.ofMillis(1));
      return ring.known(key.secret()) != null && heldBeyond(key);
    });
  }

  private boolean heldBeyond(Issued key) {
    pass(KeyRing.REFRESH_AFTER);
    try {
      return ring.known(key.secret()) != null;
    } finally {
      pass(KeyRing.REFRESH_AFTER.negated());
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void whileTheStoreIsAwayAKnownKeyLooksOnForAGrace() {
    Issued key = issued();
    ring.recognise(key.secret());
    store.cutOff(true);
    pass(KeyRing.HOLD);
    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isNull();
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> ring.recognise(key.secret()));

    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isEqualTo(holder(key));
    assertThat(ring.known(key.secret())).as("for commands").isNull();

    pass(KeyRing.GRACE.minus(KeyRing.HOLD).minusNanos(1));
    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isEqualTo(holder(key));
    pass(Duration.ofNanos(1));
    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isNull();
  }

  @Test
  void theGraceEndsWhenTheStoreIsBack() {
    Issued key = issued();
    elsewhere.recognise(key.secret());
    store.cutOff(true);
    pass(KeyRing.HOLD);
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> elsewhere.recognise(key.secret()));
    assertThat(elsewhere.knownForLookups(key.secret(), Duration.ZERO)).isNotNull();
    store.cutOff(false);
    keys.revoke(CLIENT, key.key().id());

    await(() -> {
      pass(Duration.ofSeconds(1));
      return elsewhere.knownForLookups(key.secret(), Duration.ZERO) == null;
    });
    assertThat(elsewhere.recognise(key.secret())).isEmpty();
  }

  @Test
  void aStrangerHasNoGrace() {
    Issued key = issued();
    store.cutOff(true);
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> ring.recognise(key.secret()));

    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isNull();
    assertThat(ring.knownForLookups("hf_no", Duration.ZERO)).isNull();
  }

  @Test
  void aRevocationHereEndsLookupsToo() {
    Issued key = issued();
    ring.recognise(key.secret());
    long before = ring.revocations();

    keys.revoke(CLIENT, key.key().id());

    assertThat(ring.knownForLookups(key.secret(), Duration.ZERO)).isNull();
    assertThat(ring.revocations()).isGreaterThan(before);
  }

  @Test
  void whoGoesOnWithTheAnswerGetsThatMuchLess() {
    Issued key = issued();
    ring.recognise(key.secret());

    pass(KeyRing.HOLD.minusMillis(200));

    assertThat(ring.knownForLookups(key.secret(), Duration.ofMillis(200))).isNull();
    assertThat(ring.knownForLookups(key.secret(), Duration.ofMillis(199))).isNotNull();
  }
}
