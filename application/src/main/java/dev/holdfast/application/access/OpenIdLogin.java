package dev.holdfast.application.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.holdfast.storage.api.AccountStore.Subject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the company's own identity provider who somebody is: OpenID Connect Core 1.0, authorization
 * code flow, with PKCE (RFC 7636), state and nonce. The provider's addresses and keys are read when
 * first needed and kept. Safe for use by several threads; every method may block.
 */
public final class OpenIdLogin {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  /** Of the provider's keys, in bytes: hundreds of them fit. */
  private static final int MAX_KEYS_SIZE = 256 * 1024;

  /** Signatures by a key pair only: with a shared secret, we could have signed it ourselves. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);

  /**
   * Few beside what else may wait at once: everybody may begin a login, and the provider be slow.
   */
  private static final int MAX_AT_ONCE = 16;

  private final Registration registration;
  private final Semaphore room = new Semaphore(MAX_AT_ONCE);
  private volatile @Nullable Provider provider;

  public OpenIdLogin(Registration registration) {
    this.registration = registration;
  }

  /**
   * How the provider knows this installation.
   *
   * @param callback where it sends browsers back to
   */
  public record Registration(String issuer, String clientId, String clientSecret, URI callback) {
    /** Without the secret, which has no business in a log. */
    @Override
    public String toString() {
      return "Registration[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
  }

  /** What the browser keeps while its user is at the provider. */
  public record Errand(String state, String nonce, String verifier) {}

  /** Where to send a browser, and its errand. */
  public record Departure(URI to, Errand errand) {}

  /**
   * Whom the provider has named.
   *
   * @param verifiedEmail canonical; empty when the provider does not vouch for one
   */
  public record Identity(Subject subject, Optional<String> verifiedEmail) {}

  /** The provider cannot be reached, or what it sent proves nothing. */
  public static final class LoginFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    LoginFailedException(String why, @Nullable Throwable cause) {
      super(why, cause);
    }
  }

  private record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /**
   * Begins a login.
   *
   * @throws LoginFailedException when the provider cannot be reached
   */
  public Departure begin() throws LoginFailedException {
    OIDCProviderMetadata metadata = inTurn(this::provider).metadata();
    CodeVerifier verifier = new CodeVerifier();
    State state = new State();
    Nonce nonce = new Nonce();
    URI to =
        new AuthenticationRequest.Builder(
                new ResponseType(ResponseType.Value.CODE),
                new Scope("openid", "email", "profile"),
                new ClientID(registration.clientId()),
                registration.callback())
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Departure(to, new Errand(state.getValue(), nonce.getValue(), verifier.getValue()));
  }

  /**
   * Ends a login: asks the provider whose code came back.
   *
   * @param returned the address that the browser was sent back to
   * @param errand what that browser kept
   * @throws LoginFailedException when that proves nobody
   */
  public Identity finish(URI returned, Errand errand) throws LoginFailedException {
    return inTurn(() -> identity(returned, errand));
  }

  private interface Question<T> {
    T ask() throws LoginFailedException;
  }

  private <T> T inTurn(Question<T> question) throws LoginFailedException {
    if (!room.tryAcquire()) {
      throw failed("too many at once", null);
    }
    try {
      return question.ask();
    } finally {
      room.release();
    }
  }

  private Identity identity(URI returned, Errand errand) throws LoginFailedException {
    try {
      AuthorizationCode code = code(AuthenticationResponseParser.parse(returned), errand);
      Provider known = provider();
      IDTokenClaimsSet claims =
          known.validator().validate(ask(known, code, errand), new Nonce(errand.nonce()));
      String email = claims.getStringClaim("email");
      boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
      return new Identity(
          new Subject(claims.getIssuer().getValue(), claims.getSubject().getValue()),
          verified && email != null
              ? Optional.of(AccessRules.canonicalEmail(email)).filter(AccessRules::isEmail)
              : Optional.empty());
    } catch (GeneralException | IOException | BadJOSEException | JOSEException failed) {
      throw failed("the provider's answer proves nobody", failed);
    } catch (IllegalArgumentException malformed) {
      throw failed("what the browser kept is malformed", malformed);
    }
  }

  private static AuthorizationCode code(AuthenticationResponse answer, Errand errand)
      throws LoginFailedException {
    if (!new State(errand.state()).equals(answer.getState())) {
      throw failed("the browser was not sent by us", null);
    }
    if (!answer.indicatesSuccess()) {
      throw failed("the provider said no: " + answer.toErrorResponse().getErrorObject(), null);
    }
    return answer.toSuccessResponse().getAuthorizationCode();
  }

  private JWT ask(Provider known, AuthorizationCode code, Errand errand)
      throws GeneralException, IOException, LoginFailedException {
    HTTPRequest request =
        new TokenRequest.Builder(
                known.metadata().getTokenEndpointURI(),
                new ClientSecretBasic(
                    new ClientID(registration.clientId()), new Secret(registration.clientSecret())),
                new AuthorizationCodeGrant(
                    code, registration.callback(), new CodeVerifier(errand.verifier())))
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
    if (!(answer instanceof OIDCTokenResponse tokens)) {
      throw failed(
          "the provider refused the code: " + answer.toErrorResponse().getErrorObject(), null);
    }
    return tokens.getOIDCTokens().getIDToken();
  }

  private Provider provider() throws LoginFailedException {
    Provider known = provider;
    if (known != null) {
      return known;
    }
    try {
      Issuer issuer = new Issuer(registration.issuer());
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_KEYS_SIZE))
              .build();
      Provider read =
          new Provider(
              metadata,
              new IDTokenValidator(
                  metadata.getIssuer(),
                  new ClientID(registration.clientId()),
                  new JWSVerificationKeySelector<>(SIGNATURES, keys),
                  null));
      provider = read;
      return read;
    } catch (GeneralException | IOException away) {
      throw failed("the provider " + registration.issuer() + " cannot be asked", away);
    }
  }

  private static LoginFailedException failed(String why, @Nullable Throwable cause) {
    // No stack trace: anybody on the internet may make this happen.
    LOG.warn("a login by OpenID Connect failed: {} ({})", why, String.valueOf(cause));
    return new LoginFailedException(why, cause);
  }
}
