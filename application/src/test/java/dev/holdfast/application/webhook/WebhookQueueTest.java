package dev.holdfast.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.webhook.WebhookQueue.Waiting;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one webhook has still to be told, and when. Time is a number here. */
final class WebhookQueueTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final WebhookQueue queue = new WebhookQueue(webhook(1), Backoff.STANDARD, 0);

  private static Subscription webhook(long revision) {
    return new Subscription(
        1,
        new ClientId(1),
        "acme",
        "https://example.com",
        Set.of(),
        true,
        List.of("secret"),
        revision);
  }

  private static Delivery.Result failed(Duration again) {
    return new Delivery.NotTaken(new Courier.Answer.Failed("answered 500", true, null), again);
  }

  private List<Waiting> takeAll(long now) {
    List<Waiting> taken = new ArrayList<>();
    for (Waiting one = queue.take(now); one != null; one = queue.take(now)) {
      taken.add(one);
    }
    return taken;
  }

  @Test
  void aPositionIsUnderWayOnceAtATimeAndLooksAgainForWhatCameMeanwhile() {
    queue.announce(7, 1, 0);
    Waiting one = queue.take(0);
    assertThat(one).isNotNull();
    queue.announce(7, 2, 0);
    assertThat(queue.take(0)).isNull();

    queue.settle(one, new Delivery.Told(1, 1, false), 0);

    assertThat(queue.take(0)).isSameAs(one);
    queue.settle(one, new Delivery.Told(2, 1, false), 0);
    assertThat(queue.pending()).isZero();
  }

  @Test
  void anAnnouncementThatNeverComesTrueIsGivenUp() {
    queue.announce(7, 9, 0);
    int looks = 0;
    for (long now = 0; queue.pending() > 0; now += SECOND) {
      Waiting one = queue.take(now);
      assertThat(one).isNotNull();
      queue.settle(one, new Delivery.Told(8, 0, false), now);
      assertThat(++looks).isLessThanOrEqualTo(101);
    }
    assertThat(looks).isEqualTo(101);
  }

  @Test
  void noMoreThanTheLimitIsUnderWayAndOneWhileTheReceiverFails() {
    for (long position = 1; position <= WebhookQueue.MAX_IN_FLIGHT + 5; position++) {
      queue.announce(position, 1, 0);
    }
    List<Waiting> taken = takeAll(0);
    assertThat(taken).hasSize(WebhookQueue.MAX_IN_FLIGHT);

    taken.forEach(one -> queue.settle(one, failed(Duration.ofSeconds(1)), 0));

    assertThat(takeAll(0)).isEmpty();
    List<Waiting> probe = takeAll(2 * SECOND);
    assertThat(probe).hasSize(1);
    queue.settle(probe.getFirst(), new Delivery.Told(1, 1, false), 2 * SECOND);
    assertThat(takeAll(2 * SECOND)).hasSize(WebhookQueue.MAX_IN_FLIGHT);
  }

  @Test
  void whatDoesNotFitIsFoundByASweepOnceThereIsRoom() {
    assertThat(queue.sweepFrom()).isZero();
    queue.swept(-1);
    assertThat(queue.sweepFrom()).isEqualTo(-1);

    for (long position = 1; position <= WebhookQueue.MAX_WAITING + 1; position++) {
      queue.announce(position, 1, 0);
    }
    assertThat(queue.pending()).isEqualTo(WebhookQueue.MAX_WAITING);
    assertThat(queue.sweepFrom()).isEqualTo(-1);

    while (queue.pending() > WebhookQueue.MAX_WAITING / 2) {
      takeAll(0).forEach(one -> queue.settle(one, new Delivery.Told(1, 1, false), 0));
    }
    assertThat(queue.sweepFrom()).isZero();
  }

  @Test
  void aSweepGoesOnWhereItsLastPageEnded() {
    assertThat(queue.sweepFrom()).isZero();
    queue.swept(42);
    queue.wantSweep();
    assertThat(queue.sweepFrom()).isEqualTo(42);
    queue.swept(-1);
    assertThat(queue.sweepFrom()).isZero();
  }

  @Test
  void aChangeByAPersonEndsEveryPause() {
    queue.announce(7, 1, 0);
    Waiting one = queue.take(0);
    assertThat(one).isNotNull();
    queue.settle(one, failed(Duration.ofHours(1)), 0);
    assertThat(queue.take(SECOND)).isNull();

    queue.renew(webhook(2), SECOND);

    assertThat(queue.take(SECOND)).isSameAs(one);
  }

  @Test
  void aClosedQueueStartsNothingAndEndsWithWhatIsUnderWay() {
    queue.announce(7, 1, 0);
    queue.announce(8, 1, 0);
    Waiting one = queue.take(0);
    assertThat(one).isNotNull();

    queue.close();

    assertThat(queue.take(0)).isNull();
    assertThat(queue.isFinished()).isFalse();
    queue.settle(one, failed(Duration.ofSeconds(1)), 0);
    assertThat(queue.isFinished()).isTrue();
    assertThat(queue.pending()).isZero();
  }
}
