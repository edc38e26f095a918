package dev.holdfast.server.http.session;

import dev.holdfast.application.access.AccessRules;
import dev.holdfast.application.access.PasswordRules;
import dev.holdfast.application.access.PublicShop;
import dev.holdfast.application.access.SignIn;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.ClientAddress;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.SessionCookie;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The session of a browser: who is signed in, signing in and out, and the own password. */
public final class SessionRoutes {
  private static final String PATH = "/v1/session";

  private final SignIn signIn;
  private final SessionCookie cookie;
  private final SessionAnswer answer;

  /**
   * @param companyLogin what the company's own login is called; null where there is none
   */
  public SessionRoutes(
      SignIn signIn,
      AccessStore access,
      PublicShop shop,
      SessionCookie cookie,
      @Nullable String companyLogin) {
    this.signIn = signIn;
    this.cookie = cookie;
    this.answer = new SessionAnswer(access, shop, companyLogin);
  }

  public void addTo(Routes routes) {
    routes.openBlocking(HttpMethod.GET, PATH, this::show);
    routes.openBlocking(HttpMethod.POST, PATH, this::signIn);
    routes.openBlocking(HttpMethod.DELETE, PATH, this::signOut);
    routes.blocking(HttpMethod.POST, PATH + "/password", Permission.LOOK_UP, this::newPassword);
  }

  private void show(Exchange exchange) {
    say(exchange, account(exchange));
  }

  private @Nullable AccountRow account(Exchange exchange) {
    String secret = SessionCookie.secret(exchange.request());
    return secret == null ? null : signIn.account(secret).orElse(null);
  }

  private void say(Exchange exchange, @Nullable AccountRow account) {
    exchange.request().response().putHeader("Cache-Control", "no-store");
    exchange.json(200, answer.of(account));
  }

  private void signIn(Exchange exchange) {
    String before = SessionCookie.secret(exchange.request());
    JsonFields fields = exchange.fields();
    String email = fields.text("email");
    String password = fields.text("password");
    checkLength(fields, "email", email, AccessRules.MAX_EMAIL);
    checkLength(fields, "password", password, PasswordRules.MAX_LENGTH);
    fields.finish();
    String address = ClientAddress.of(exchange.request());
    switch (signIn.withPassword(email, password, address)) {
      case SignIn.Result.SignedIn in -> {
        if (before != null) {
          signIn.signOut(before);
        }
        cookie.give(exchange, in.secret());
        say(exchange, in.account());
      }
      case SignIn.Result.Refused no -> throw new ApiException(failed());
      case SignIn.Result.Throttled later -> throw new ApiException(throttled(later.retryAfter()));
    }
  }

  private static void checkLength(JsonFields fields, String name, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > most) {
      fields.violate(name, "must have 1 to " + most + " characters");
    }
  }

  private void signOut(Exchange exchange) {
    String secret = SessionCookie.secret(exchange.request());
    if (secret != null) {
      signIn.signOut(secret);
    }
    cookie.take(exchange);
    exchange.empty(204);
  }

  private void newPassword(Exchange exchange) {
    AccountRow account = account(exchange);
    JsonFields fields = exchange.fields();
    String current = fields.text("current");
    String next = fields.text("new");
    checkLength(fields, "current", current, PasswordRules.MAX_LENGTH);
    List<Violation> found = new ArrayList<>();
    PasswordRules.check("new", next, account == null ? "" : account.email(), found);
    found.forEach(violation -> fields.violate(violation.field(), violation.message()));
    fields.finish();
    if (account == null || account.keyId() != exchange.principal().keyId()) {
      throw new ApiException(noAccount());
    }
    String address = ClientAddress.of(exchange.request());
    switch (signIn.changePassword(account, current, next, address)) {
      case SignIn.Result.SignedIn in -> {
        cookie.give(exchange, in.secret());
        exchange.empty(204);
      }
      case SignIn.Result.Refused no -> {
        String mend = "is not the password of this account; type the one that you signed in with";
        throw new ApiException(Problem.invalid(List.of(new Violation("current", mend))));
      }
      case SignIn.Result.Throttled later -> throw new ApiException(throttled(later.retryAfter()));
    }
  }

  private static Problem failed() {
    return Problem.of(
        401,
        "sign-in-failed",
        "Not signed in",
        "The e-mail address or the password is wrong, or the account is disabled. Try again, or ask"
            + " an admin of your company for a new password.");
  }

  private static Problem throttled(Duration wait) {
    return Problem.of(
            429,
            "sign-in-throttled",
            "Too many failed attempts",
            "Nothing was checked. Wait for the time in Retry-After, or ask an admin of your company"
                + " for a new password.")
        .retryAfter(Math.toIntExact(wait.toSeconds()) + 1);
  }

  private static Problem noAccount() {
    return Problem.of(
        409,
        "no-account",
        "This is no account's session",
        "Only somebody who has signed in has a password. A key is replaced instead: POST /v1/keys.");
  }
}
