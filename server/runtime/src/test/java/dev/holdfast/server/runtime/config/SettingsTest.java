package dev.holdfast.server.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.application.webhook.Backoff;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Map<String, String> COMPANY_LOGIN =
      Map.of(
          "oidc-issuer", "https://login.example.com/realms/staff",
          "oidc-client-id", "holdfast",
          "oidc-client-secret", "between us",
          "public-url", "https://stock.example.com");

  private static Settings read(Map<String, String> flags) {
    return Settings.read(flags, null, Map.of());
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> flags = new HashMap<>(COMPANY_LOGIN);
    flags.put(key, value);
    return flags;
  }

  @Test
  void theCompanyLoginIsReadAndItsSecretNeverShown() {
    Settings settings = read(COMPANY_LOGIN);

    assertThat(settings.isPublicByHttps()).isTrue();
    assertThat(settings.openId().registration().callback())
        .hasToString("https://stock.example.com/v1/session/oidc/callback");
    assertThat(settings.openId().registration().clientSecret()).isEqualTo("between us");
    assertThat(settings.toString()).doesNotContain("between us");
    assertThat(read(Map.of()).openId()).isNull();
    assertThat(read(Map.of()).isPublicByHttps()).isFalse();
  }

  @Test
  void pausesBetweenTriesOfWebhooksAreSeconds() {
    assertThat(read(Map.of()).webhookRetries()).isEqualTo(Backoff.STANDARD.pauses());
    assertThat(read(Map.of("webhook-retry-seconds", "2, 86400")).webhookRetries())
        .containsExactly(Duration.ofSeconds(2), Duration.ofDays(1));
    for (String wrong : new String[] {"", "0", "1,x", "-1", "86401", "1,".repeat(21)}) {
      assertThatThrownBy(() -> read(Map.of("webhook-retry-seconds", wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("webhook-retry-seconds");
    }
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    for (String key : new String[] {"oidc-client-id", "oidc-client-secret", "public-url"}) {
      assertThatThrownBy(() -> read(with(key, "")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(key)
          .hasMessageNotContaining("between us");
    }
    assertThatThrownBy(() -> read(with("oidc-issuer", "http://login.example.com")))
        .hasMessageContaining("oidc-issuer");
    assertThatThrownBy(() -> read(with("public-url", "https://stock.example.com/shop")))
        .hasMessageContaining("public-url");
    assertThatThrownBy(() -> read(Map.of("shop", "Not a code"))).hasMessageContaining("shop");
  }
}
