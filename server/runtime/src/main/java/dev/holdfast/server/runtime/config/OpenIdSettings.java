package dev.holdfast.server.runtime.config;

import com.typesafe.config.Config;
import dev.holdfast.application.access.OpenIdLogin.Registration;
import dev.holdfast.server.http.session.OpenIdRoutes;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The company's own identity provider.
 *
 * @param name what the button says that leads there
 */
public record OpenIdSettings(String name, Registration registration) {
  /** Plain HTTP only to this machine, for trying things out. */
  private static final Pattern ISSUER =
      Pattern.compile("https://[^\\s?#]+|http://(127\\.0\\.0\\.1|localhost)[^\\s?#]*");

  /**
   * What was set; null when nothing was.
   *
   * @throws IllegalArgumentException with the mend when a part is missing
   */
  static @Nullable OpenIdSettings read(Config config, @Nullable URI publicUrl) {
    String issuer = config.getString(Setting.OIDC_ISSUER.key());
    String clientId = config.getString(Setting.OIDC_CLIENT_ID.key());
    String clientSecret = config.getString(Setting.OIDC_CLIENT_SECRET.key());
    if (issuer.isEmpty()) {
      return null;
    }
    if (!ISSUER.matcher(issuer).matches()) {
      throw new IllegalArgumentException(
          "oidc-issuer is \""
              + issuer
              + "\"; write it exactly as your identity provider names itself, with https://.");
    }
    if (clientId.isEmpty() || clientSecret.isEmpty() || publicUrl == null) {
      throw new IllegalArgumentException(
          "oidc-issuer is set, so oidc-client-id, oidc-client-secret and public-url must be too."
              + " Register public-url + "
              + OpenIdRoutes.CALLBACK
              + " with your identity provider; it gives you the other two.");
    }
    URI callback = URI.create(publicUrl + OpenIdRoutes.CALLBACK);
    return new OpenIdSettings(
        config.getString(Setting.OIDC_NAME.key()),
        new Registration(issuer, clientId, clientSecret, callback));
  }
}
