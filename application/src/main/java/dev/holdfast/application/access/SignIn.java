package dev.holdfast.application.access;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.api.AccountStore.AccountChange;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import dev.holdfast.storage.api.AccountStore.Credentials;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Signs people in and out. A session is a secret of the shape of a key's, of which only the hash is
 * kept; whoever shows it is recognised by the {@link KeyRing} as the account's key. Every method
 * blocks, and throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public final class SignIn {
  private final AccountStore store;
  private final KeyRing ring;
  private final PasswordHasher hasher;
  private final SignInThrottle throttle;

  public SignIn(AccountStore store, KeyRing ring, PasswordHasher hasher) {
    this(store, ring, hasher, Ticker.systemTicker());
  }

  SignIn(AccountStore store, KeyRing ring, PasswordHasher hasher, Ticker clock) {
    this.store = store;
    this.ring = ring;
    this.hasher = hasher;
    this.throttle = new SignInThrottle(clock);
  }

  /** How an attempt ended. */
  public sealed interface Result {
    /** A new session, and this once its secret. */
    record SignedIn(AccountRow account, String secret) implements Result {
      /** Without the secret, which has no business in a log. */
      @Override
      public String toString() {
        return "SignedIn[account=" + account.id() + "]";
      }
    }

    /** Wrong password, unknown e-mail address or disabled account: nobody is told which. */
    record Refused() implements Result {}

    /** Too many failures; nothing was checked. */
    record Throttled(Duration retryAfter) implements Result {}
  }

  /**
   * Starts a session for whoever knows the password. Takes as long for an address that nobody has.
   *
   * @param email as it was typed
   * @param address the network address that the attempt comes from
   * @throws TooBusyException when too many others are being checked
   */
  public Result withPassword(String email, String password, String address) {
    String canonical = AccessRules.canonicalEmail(email.strip());
    return attempt(
        canonical,
        address,
        () -> check(canonical, password).flatMap(this::start).orElseGet(Result.Refused::new));
  }

  /**
   * Starts a session for whom the identity provider has named: the account that it has meant
   * before, else the one of an e-mail address that it vouches for.
   *
   * @return never {@link Result.Throttled}: there is nothing to guess
   */
  public Result withIdentity(OpenIdLogin.Identity identity) {
    return store
        .bySubject(identity.subject())
        .or(() -> firstTime(identity))
        .flatMap(this::start)
        .orElseGet(Result.Refused::new);
  }

  private Optional<AccountRow> firstTime(OpenIdLogin.Identity identity) {
    return identity
        .verifiedEmail()
        .flatMap(store::byEmail)
        .map(Credentials::account)
        .filter(account -> account.disabledAt() == null)
        .filter(account -> store.link(account.id(), identity.subject()));
  }

  /**
   * Changes the password of whoever knows the old one. Every session of the account ends, and a new
   * one starts.
   *
   * @param account as {@link #account} has given it
   * @param next as {@link PasswordRules} accept it
   * @throws TooBusyException when too many others are being checked
   */
  public Result changePassword(AccountRow account, String current, String next, String address) {
    return attempt(
        account.email(),
        address,
        () -> {
          if (check(account.email(), current).isEmpty()) {
            return new Result.Refused();
          }
          AccountChange change = new AccountChange(null, null, null, hasher.hash(next));
          store.change(account.client(), account.id(), change);
          ring.changed(account.keyId());
          return start(account).orElseGet(Result.Refused::new);
        });
  }

  private interface Attempt {
    Result make();
  }

  private Result attempt(String email, String address, Attempt attempt) {
    Optional<Duration> wait = throttle.begin(email, address);
    if (wait.isPresent()) {
      return new Result.Throttled(wait.get());
    }
    try {
      Result result = attempt.make();
      if (result instanceof Result.SignedIn) {
        throttle.succeeded(email, address);
      }
      return result;
    } catch (TooBusyException | StoreUnavailableException undecided) {
      throttle.cancelled(email, address);
      throw undecided;
    }
  }

  private Optional<AccountRow> check(String email, String password) {
    Optional<Credentials> found =
        AccessRules.isEmail(email) ? store.byEmail(email) : Optional.empty();
    String hash = found.map(Credentials::passwordHash).orElse(null);
    return hasher.matches(password, hash) ? found.map(Credentials::account) : Optional.empty();
  }

  private Optional<Result> start(AccountRow account) {
    String secret = Secrets.make();
    return store.startSession(account.id(), Secrets.hash(secret))
        ? Optional.of(new Result.SignedIn(account, secret))
        : Optional.empty();
  }

  /** Whose session it is; empty when it is over, or is none. */
  public Optional<AccountRow> account(String secret) {
    // The ring first: it keeps a flood of made-up secrets from the store.
    return ring.recognise(secret).isEmpty()
        ? Optional.empty()
        : store.session(Secrets.hash(secret));
  }

  /** Ends a session: at once on this node, within {@link KeyRing#HOLD} on others. */
  public void signOut(String secret) {
    Optional<AccountRow> account = account(secret);
    if (account.isPresent() && store.endSession(Secrets.hash(secret))) {
      ring.changed(account.get().keyId());
    }
  }
}
