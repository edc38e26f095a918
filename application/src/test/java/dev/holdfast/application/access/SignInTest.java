package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.application.access.Accounts.Edit;
import dev.holdfast.application.access.Accounts.Person;
import dev.holdfast.application.access.PasswordHasher.Cost;
import dev.holdfast.application.access.SignIn.Result;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import dev.holdfast.storage.contract.access.ReferenceAccountStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String EMAIL = "ann@example.com";
  private static final String PASSWORD = "correct horse battery";
  private static final String HERE = "192.0.2.1";

  private final AtomicLong nanos = new AtomicLong();
  private final ReferenceAccessStore access = new ReferenceAccessStore(InstantSource.system());
  private final ReferenceAccountStore store =
      new ReferenceAccountStore(access, InstantSource.system());
  private final KeyRing ring = new KeyRing(access, nanos::incrementAndGet);
  private final PasswordHasher hasher = new PasswordHasher(new Cost(64, 1, 1));
  private final SignIn signIn = new SignIn(store, ring, hasher, nanos::incrementAndGet);
  private final Accounts accounts = new Accounts(store, ring, hasher);
  private final ClientId client = access.createClient("a", "A").orElseThrow().id();
  private final AccountRow ann =
      accounts.create(new Person(client, EMAIL, "Ann", Role.CLERK, false), PASSWORD).orElseThrow();

  private Result attempt(String password) {
    return signIn.withPassword(EMAIL, password, HERE);
  }

  private String session() {
    return ((Result.SignedIn) attempt(PASSWORD)).secret();
  }

  @Test
  void whoKnowsThePasswordIsRecognisedAsTheAccountsKey() {
    Result result = signIn.withPassword(" Ann@Example.COM ", PASSWORD, HERE);

    String secret = ((Result.SignedIn) result).secret();
    assertThat(result.toString()).doesNotContain(secret);
    assertThat(ring.recognise(secret).orElseThrow().keyId()).isEqualTo(ann.keyId());
    assertThat(signIn.account(secret).orElseThrow().id()).isEqualTo(ann.id());
  }

  @Test
  void wrongUnknownAndDisabledAreToldTheSame() {
    Result wrong = attempt("wrong horse battery");
    Result unknown = signIn.withPassword("nobody@example.com", PASSWORD, HERE);
    accounts.change(client, ann.id(), new Edit(null, null, true, null));
    Result disabled = attempt(PASSWORD);

    assertThat(wrong).isEqualTo(unknown).isEqualTo(disabled).isEqualTo(new Result.Refused());
  }

  @Test
  void fiveFailuresOfAnAddressAreEnoughForAQuarterOfAnHour() {
    for (int i = 0; i < SignInThrottle.PER_EMAIL; i++) {
      assertThat(attempt("wrong")).isInstanceOf(Result.Refused.class);
    }

    Result throttled = attempt(PASSWORD);
    assertThat(throttled).isInstanceOf(Result.Throttled.class);
    assertThat(((Result.Throttled) throttled).retryAfter())
        .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));

    nanos.addAndGet(SignInThrottle.WINDOW.toNanos());
    assertThat(attempt(PASSWORD)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void twentyFailuresFromOnePlaceAreEnoughWhoeverTheyAreFor() {
    for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
      signIn.withPassword("user" + i + "@example.com", "wrong", HERE);
    }

    assertThat(attempt(PASSWORD)).isInstanceOf(Result.Throttled.class);
    assertThat(signIn.withPassword(EMAIL, PASSWORD, "192.0.2.2"))
        .isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void successForgivesEarlierFailures() {
    for (int i = 0; i < 3 * SignInThrottle.PER_EMAIL; i++) {
      assertThat(attempt(i % 3 == 2 ? PASSWORD : "wrong"))
          .isInstanceOf(i % 3 == 2 ? Result.SignedIn.class : Result.Refused.class);
    }
  }

  @Test
  void anAttemptThatTheStoreCouldNotDecideDoesNotCount() {
    access.cutOff(true);
    for (int i = 0; i <= SignInThrottle.PER_ADDRESS; i++) {
      assertThatThrownBy(() -> attempt("wrong")).isInstanceOf(StoreUnavailableException.class);
    }
    access.cutOff(false);

    assertThat(attempt(PASSWORD)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void signingOutEndsThatSessionAtOnceAndNoOther() {
    String here = session();
    String there = session();
    assertThat(ring.recognise(here)).isPresent();
    assertThat(ring.recognise(there)).isPresent();

    signIn.signOut(here);

    assertThat(ring.recognise(here)).isEmpty();
    assertThat(ring.recognise(there)).isPresent();
  }

  @Test
  void disablingEndsEverySessionAtOnceAndEnablingLetsInAgain() {
    String session = session();
    assertThat(ring.recognise(session)).isPresent();

    accounts.change(client, ann.id(), new Edit(null, null, true, null));
    assertThat(ring.known(session)).isNull();
    assertThat(ring.recognise(session)).isEmpty();

    accounts.change(client, ann.id(), new Edit(null, null, false, null));
    assertThat(ring.recognise(session())).isPresent();
  }

  @Test
  void aNewRoleIsFeltAtOnce() {
    String session = session();
    assertThat(ring.recognise(session).orElseThrow().role()).isEqualTo(Role.CLERK);

    accounts.change(client, ann.id(), new Edit(null, Role.READER, null, null));

    assertThat(ring.recognise(session).orElseThrow().role()).isEqualTo(Role.READER);
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    String old = session();
    assertThat(signIn.changePassword(ann, "wrong", "another long one", HERE))
        .isInstanceOf(Result.Refused.class);
    assertThat(ring.recognise(old)).isPresent();

    Result changed = signIn.changePassword(ann, PASSWORD, "another long one", HERE);

    assertThat(ring.recognise(old)).isEmpty();
    assertThat(ring.recognise(((Result.SignedIn) changed).secret())).isPresent();
    assertThat(attempt(PASSWORD)).isInstanceOf(Result.Refused.class);
    assertThat(attempt("another long one")).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void thePublicShopIsOpenUntilItsKeyIsRevoked() {
    PublicShop shop = new PublicShop(access, ring);
    assertThat(shop.now()).isEmpty();
    assertThat(shop.open("nobody")).isFalse();
    assertThat(shop.open("a")).isTrue();

    String key = shop.now().orElseThrow().key();
    assertThat(ring.recognise(key).orElseThrow().role()).isEqualTo(Role.SHOPPER);
    PublicShop other = new PublicShop(access, ring);
    other.open("a");
    assertThat(other.now()).isEqualTo(shop.now());

    new Keys(access, ring).revoke(client, ring.recognise(key).orElseThrow().keyId());
    assertThat(shop.now()).isEmpty();
  }
}
