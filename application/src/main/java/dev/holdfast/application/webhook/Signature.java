package dev.holdfast.application.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver knows that a delivery is ours: {@code t=<Unix seconds>,v1=<hex>}, where hex is the
 * HMAC-SHA256 of {@code <t>.<body>}. While a secret is being changed there are two {@code v1}. The
 * time is signed too, so that a delivery that somebody kept cannot be sent again much later.
 */
public final class Signature {
  /** The header that carries it. */
  public static final String HEADER = "Holdfast-Signature";

  private static final String PREFIX = "whsec_";
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Signature() {}

  /** A new secret of 256 random bits. */
  public static String newSecret() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** The header's value for a body, signed with each of the secrets. */
  static String of(List<String> secrets, long unixSeconds, byte[] body) {
    StringBuilder header = new StringBuilder(160).append("t=").append(unixSeconds);
    for (String secret : secrets) {
      header.append(",v1=").append(hmac(secret, unixSeconds, body));
    }
    return header.toString();
  }

  private static String hmac(String secret, long unixSeconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((unixSeconds + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
