package dev.holdfast.storage.contract.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.access.SessionTerms;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.api.AccountStore.AccountChange;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import dev.holdfast.storage.api.AccountStore.Credentials;
import dev.holdfast.storage.api.AccountStore.NewAccount;
import dev.holdfast.storage.api.AccountStore.Subject;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts and sessions as every engine must keep them. The store may hold others already. */
public abstract class AccountContract {
  /** The store under test. The same one at every call. */
  protected abstract AccountStore store();

  /** Where the clients and keys of the same store are. */
  protected abstract AccessStore access();

  /** Lets so much time pass for the sessions that there are. */
  protected abstract void timePasses(Duration time);

  private ClientId newClient() {
    String code = "c-" + UUID.randomUUID().toString().substring(0, 18);
    return access().createClient(code, "A company").orElseThrow().id();
  }

  private static byte[] newHash() {
    UUID one = UUID.randomUUID();
    return ByteBuffer.allocate(32)
        .putLong(16, one.getMostSignificantBits())
        .putLong(24, one.getLeastSignificantBits())
        .array();
  }

  private static String newEmail() {
    return UUID.randomUUID() + "@example.com";
  }

  private AccountRow newAccount(ClientId client, String email) {
    return store()
        .create(new NewAccount(client, email, "Ann", Role.CLERK, false, "hash"), newHash())
        .orElseThrow();
  }

  private AccountRow newAccount() {
    return newAccount(newClient(), newEmail());
  }

  private byte[] newSession(AccountRow account) {
    byte[] hash = newHash();
    assertThat(store().startSession(account.id(), hash)).isTrue();
    return hash;
  }

  private static AccountChange disabled(boolean disabled) {
    return new AccountChange(null, null, disabled, null);
  }

  @Test
  void anAccountIsFoundByItsEmailAndListed() {
    ClientId client = newClient();
    String email = newEmail();
    AccountRow made = newAccount(client, email);

    assertThat(made.name()).isEqualTo("Ann");
    assertThat(made.hasPassword()).isTrue();
    assertThat(all(client)).containsExactly(made);
    assertThat(store().account(client, made.id())).contains(made);
    assertThat(store().byEmail(email)).contains(new Credentials(made, "hash"));
    assertThat(store().byEmail(newEmail())).isEmpty();
  }

  private List<AccountRow> all(ClientId client) {
    return store().accounts(client, null, Page.MAX_LIMIT).items();
  }

  @Test
  void accountsComeInPagesOfAnySize() {
    ClientId client = newClient();
    List<AccountRow> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(newAccount(client, newEmail()));
      newAccount();
    }
    for (int limit : new int[] {1, 2, 4, 5, 6}) {
      List<AccountRow> paged = new ArrayList<>();
      Page<AccountRow> page = store().accounts(client, null, limit);
      paged.addAll(page.items());
      while (page.next() != null) {
        assertThat(page.items()).hasSize(limit);
        page = store().accounts(client, page.next(), limit);
        paged.addAll(page.items());
      }
      assertThat(paged).as("pages of %s", limit).isEqualTo(made);
    }
  }

  @Test
  void aCursorThatNobodyGaveOutIsRefused() {
    ClientId client = newClient();
    for (String cursor : List.of("", "nonsense", "' or 1=1 --")) {
      assertThatExceptionOfType(BadCursorException.class)
          .isThrownBy(() -> store().accounts(client, cursor, 1));
    }
    for (int limit : new int[] {-1, 0, Page.MAX_LIMIT + 1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> store().accounts(client, null, limit));
    }
  }

  @Test
  void aTakenEmailMakesNothing() {
    AccountRow first = newAccount();
    ClientId other = newClient();

    assertThat(
            store()
                .create(
                    new NewAccount(other, first.email(), "Bob", Role.ADMIN, false, null),
                    newHash()))
        .isEmpty();

    assertThat(all(other)).isEmpty();
    assertThat(store().byEmail(first.email()).orElseThrow().account()).isEqualTo(first);
  }

  @Test
  void theKeyOfAnAccountIsNoOrdinaryKey() {
    AccountRow account = newAccount();

    assertThat(access().keys(account.client())).isEmpty();
    assertThat(access().revokeKey(account.client(), account.keyId())).isFalse();
  }

  @Test
  void aSessionStandsForTheKeyOfItsAccount() {
    AccountRow account = newAccount();
    byte[] session = newSession(account);

    assertThat(access().principal(session))
        .contains(new Principal(account.keyId(), "Ann", account.client(), Role.CLERK, false));
    AccountRow signedIn = store().session(session).orElseThrow();
    assertThat(signedIn.id()).isEqualTo(account.id());
    assertThat(signedIn.lastSignInAt()).isNotNull();
    assertThat(access().principal(newHash())).isEmpty();
    assertThat(store().session(newHash())).isEmpty();
  }

  @Test
  void anEndedSessionIsOverAndTheOthersAreNot() {
    AccountRow account = newAccount();
    byte[] ended = newSession(account);
    byte[] other = newSession(account);

    assertThat(store().endSession(ended)).isTrue();
    assertThat(store().endSession(ended)).isFalse();

    assertThat(access().principal(ended)).isEmpty();
    assertThat(store().session(ended)).isEmpty();
    assertThat(access().principal(other)).isPresent();
  }

  @Test
  void anIdleSessionIsOver() {
    byte[] session = newSession(newAccount());

    timePasses(SessionTerms.IDLE.plusMinutes(1));

    assertThat(access().principal(session)).isEmpty();
    assertThat(store().session(session)).isEmpty();
  }

  @Test
  void aSessionInUseEndsWithItsAge() {
    byte[] session = newSession(newAccount());
    Duration half = SessionTerms.IDLE.dividedBy(2);
    Duration passed = Duration.ZERO;
    while (passed.plus(half).compareTo(SessionTerms.AGE) < 0) {
      timePasses(half);
      passed = passed.plus(half);
      assertThat(access().principal(session)).as("after %s", passed).isPresent();
    }

    timePasses(half);

    assertThat(access().principal(session)).isEmpty();
  }

  @Test
  void theOldestSessionsMakeRoom() {
    AccountRow account = newAccount();
    List<byte[]> sessions = new ArrayList<>();
    for (int i = 0; i <= SessionTerms.MAX_PER_ACCOUNT; i++) {
      sessions.add(newSession(account));
      timePasses(Duration.ofSeconds(1));
    }

    assertThat(access().principal(sessions.getFirst())).isEmpty();
    assertThat(access().principal(sessions.get(1))).isPresent();
    assertThat(access().principal(sessions.getLast())).isPresent();
  }

  @Test
  void aDisabledAccountHasNoSessionsUntilItIsEnabledAndSignsInAgain() {
    AccountRow account = newAccount();
    byte[] session = newSession(account);

    AccountRow off = store().change(account.client(), account.id(), disabled(true)).orElseThrow();
    assertThat(off.disabledAt()).isNotNull();
    assertThat(access().principal(session)).isEmpty();
    assertThat(store().startSession(account.id(), newHash())).isFalse();

    AccountRow on = store().change(account.client(), account.id(), disabled(false)).orElseThrow();
    assertThat(on.disabledAt()).isNull();
    assertThat(access().principal(session)).isEmpty();
    assertThat(access().principal(newSession(account))).isPresent();
  }

  @Test
  void aNewPasswordEndsTheSessions() {
    AccountRow account = newAccount();
    byte[] session = newSession(account);

    store().change(account.client(), account.id(), new AccountChange(null, null, null, "new"));

    assertThat(access().principal(session)).isEmpty();
    assertThat(store().byEmail(account.email()).orElseThrow().passwordHash()).isEqualTo("new");
  }

  @Test
  void aNewNameAndRoleAreTheKeysToo() {
    AccountRow account = newAccount();
    byte[] session = newSession(account);

    AccountRow after =
        store()
            .change(
                account.client(),
                account.id(),
                new AccountChange("Ann Lee", Role.PLANNER, null, null))
            .orElseThrow();

    assertThat(after.name()).isEqualTo("Ann Lee");
    assertThat(after.role()).isEqualTo(Role.PLANNER);
    Principal holder = access().principal(session).orElseThrow();
    assertThat(holder.keyName()).isEqualTo("Ann Lee");
    assertThat(holder.role()).isEqualTo(Role.PLANNER);
  }

  @Test
  void anotherClientsAccountCannotBeSeenOrChanged() {
    AccountRow account = newAccount();
    ClientId other = newClient();

    assertThat(all(other)).isEmpty();
    assertThat(store().account(other, account.id())).isEmpty();
    assertThat(store().change(other, account.id(), disabled(true))).isEmpty();

    assertThat(store().account(account.client(), account.id())).contains(account);
  }

  @Test
  void aLinkedAccountIsFoundBySubject() {
    AccountRow account = newAccount();
    Subject subject = new Subject("https://login.example.com", UUID.randomUUID().toString());
    assertThat(store().bySubject(subject)).isEmpty();

    assertThat(store().link(account.id(), subject)).isTrue();

    assertThat(store().bySubject(subject)).contains(account);
    assertThat(store().bySubject(new Subject("https://other.example", subject.subject())))
        .isEmpty();
  }

  @Test
  void aLinkedAccountIsNobodyElses() {
    AccountRow account = newAccount();
    Subject first = new Subject("https://login.example.com", UUID.randomUUID().toString());
    Subject second = new Subject("https://login.example.com", UUID.randomUUID().toString());
    store().link(account.id(), first);

    assertThat(store().link(account.id(), second)).isFalse();

    assertThat(store().bySubject(first)).contains(account);
    assertThat(store().bySubject(second)).isEmpty();
  }
}
