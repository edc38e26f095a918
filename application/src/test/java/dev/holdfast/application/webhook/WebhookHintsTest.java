package dev.holdfast.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.webhook.WebhookHints.Hint;
import dev.holdfast.domain.catalogue.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What has changed since somebody last looked. */
final class WebhookHintsTest {
  private static final ClientId CLIENT = new ClientId(1);

  private final WebhookHints hints = new WebhookHints();

  private List<Hint> drained() {
    List<Hint> drained = new ArrayList<>();
    hints.drainTo(drained::add);
    return drained;
  }

  @Test
  void theNewestVersionOfAPositionIsKept() {
    hints.listenFor(Set.of(1));
    hints.add(CLIENT, 7, 2);
    hints.add(CLIENT, 7, 3);
    hints.add(CLIENT, 7, 1);

    assertThat(drained()).containsExactly(new Hint(CLIENT, 7, 3));
    assertThat(drained()).isEmpty();
  }

  @Test
  void aClientWithoutWebhooksWakesNobody() {
    hints.listenFor(Set.of(2));

    assertThat(hints.add(CLIENT, 7, 1)).isFalse();
    assertThat(drained()).isEmpty();
  }

  @Test
  void whatDoesNotFitMakesEverythingCountAsChangedOnce() {
    hints.listenFor(Set.of(1));
    for (long position = 1; position <= WebhookHints.MAX_HINTS; position++) {
      hints.add(CLIENT, position, 1);
    }
    assertThat(hints.takeAnything()).isFalse();

    assertThat(hints.add(CLIENT, WebhookHints.MAX_HINTS + 1, 1)).isTrue();
    assertThat(hints.add(CLIENT, 1, 2)).isTrue();

    assertThat(hints.takeAnything()).isTrue();
    assertThat(hints.takeAnything()).isFalse();
    assertThat(drained()).hasSize(WebhookHints.MAX_HINTS).contains(new Hint(CLIENT, 1, 2));
  }
}
