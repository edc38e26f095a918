package dev.holdfast.server.runtime.config;

import com.typesafe.config.Config;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that is asked for carriers' own prices.
 *
 * @param token sent with each question; empty for none
 */
public record CarrierSettings(URI url, String token, Duration deadline) {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s?#/]+(/[^\\s?#]*)?");

  /** Below, a healthy carrier over the internet looks late. */
  private static final int LEAST_MS = 50;

  /** Above, a person gives up before the answer comes. */
  private static final int MOST_MS = 5_000;

  /** Says where, never the secret. */
  @Override
  public String toString() {
    return "CarrierSettings[" + url + "]";
  }

  /**
   * What was set; null when nothing was.
   *
   * @throws IllegalArgumentException with the mend when a part cannot be used
   */
  static @Nullable CarrierSettings read(Config config) {
    String url = config.getString(Setting.CARRIER_URL.key());
    int millis = Settings.number(config, Setting.CARRIER_DEADLINE_MS, LEAST_MS, MOST_MS);
    if (url.isEmpty()) {
      return null;
    }
    if (!ADDRESS.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "carrier-url is \"" + url + "\"; write it like https://rates.example.com/v1/quotes.");
    }
    return new CarrierSettings(
        URI.create(url), config.getString(Setting.CARRIER_TOKEN.key()), Duration.ofMillis(millis));
  }
}
