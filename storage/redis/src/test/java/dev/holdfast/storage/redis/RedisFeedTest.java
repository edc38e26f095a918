package dev.holdfast.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Edges that tail a real Redis, which is killed, emptied and overfilled, miss nothing. */
class RedisFeedTest {
  private static final long BOUND = 100_000;

  /** A publisher with its truth, and the heartbeats that a feed sends. */
  private static final class Source implements AutoCloseable {
    final RedisFeedPublisher publisher;
    final Warehouse warehouse;
    private final AtomicBoolean beating = new AtomicBoolean(true);
    private final Thread heart;

    Source(RedisServer redis, long bound) {
      publisher = new RedisFeedPublisher(redis.url(), "test", bound);
      warehouse = new Warehouse(publisher);
      warehouse.begin();
      heart = Thread.ofPlatform().start(this::beat);
    }

    private void beat() {
      while (beating.get()) {
        warehouse.heartbeat();
        LockSupport.parkNanos(50_000_000);
      }
    }

    @Override
    public void close() {
      beating.set(false);
      Poll.join(heart);
      publisher.close();
    }
  }

  @Test
  void anEdgeHearsEveryChangeAfterItsPicture() throws Exception {
    try (RedisServer redis = new RedisServer();
        Source source = new Source(redis, BOUND)) {
      source.warehouse.change(1, 3);
      try (Edge edge = new Edge(redis, source.warehouse)) {
        Poll.until("the picture", () -> edge.knows(source.warehouse));
        for (int i = 0; i < 1_000; i++) {
          source.warehouse.change(i % 7, 3);
        }
        Poll.until("every change", () -> edge.knows(source.warehouse));
        assertThat(edge.pictures()).isEqualTo(1);
        assertThat(edge.losses).isEmpty();
        assertThat(edge.backwards).isEmpty();
      }
    }
  }

  @Test
  void aTransactionLargerThanAnEntryArrivesWhole() throws Exception {
    try (RedisServer redis = new RedisServer();
        Source source = new Source(redis, BOUND);
        Edge edge = new Edge(redis, source.warehouse)) {
      Poll.until("the picture", () -> edge.knows(source.warehouse));
      source.warehouse.change(1, 3 * Entry.MAX_CHANGES + 1);
      Poll.until("all of it", () -> edge.knows(source.warehouse));
      assertThat(edge.known()).hasSize(3 * Entry.MAX_CHANGES + 1);
    }
  }

  @Test
  void aRedisThatIsKilledAndComesBackEmptyCostsFreshnessOnly() throws Exception {
    try (RedisServer redis = new RedisServer();
        Source source = new Source(redis, BOUND);
        Edge edge = new Edge(redis, source.warehouse)) {
      source.warehouse.change(1, 50);
      Poll.until("the picture", () -> edge.knows(source.warehouse));

      redis.kill();
      Poll.until("the loss is noticed", () -> !edge.losses.isEmpty());
      for (int i = 0; i < 20; i++) {
        source.warehouse.change(i, 10);
      }
      assertThat(edge.knows(source.warehouse)).isFalse();

      redis.start();
      Poll.until("caught up", () -> edge.knows(source.warehouse));
      source.warehouse.change(60, 5);
      Poll.until("followed again", () -> edge.knows(source.warehouse));
      assertThat(source.publisher.gaps()).isPositive();
      assertThat(edge.backwards).isEmpty();
    }
  }

  @Test
  void aRedisThatIsEmptiedUnderwayIsNoticed() throws Exception {
    try (RedisServer redis = new RedisServer();
        Source source = new Source(redis, BOUND);
        Edge edge = new Edge(redis, source.warehouse)) {
      source.warehouse.change(1, 50);
      Poll.until("the picture", () -> edge.knows(source.warehouse));
      ask(redis, client -> client.flushall());
      source.warehouse.change(40, 20);
      Poll.until("caught up", () -> edge.knows(source.warehouse));
      assertThat(edge.backwards).isEmpty();
    }
  }

  @Test
  void anEdgeThatFellOffTheEndOfTheStreamReadsThePictureAgain() throws Exception {
    try (RedisServer redis = new RedisServer();
        Source source = new Source(redis, 100)) {
      source.warehouse.change(1, 50);
      SlowPictures slow = new SlowPictures(source.warehouse);
      try (Edge edge = new Edge(redis, slow)) {
        Poll.until("the edge begins", slow::isReading);
        // While it reads its picture, far more goes by than the stream keeps.
        for (int i = 0; i < 2_000; i++) {
          source.warehouse.change(i % 50, 2);
        }
        slow.goOn();
        Poll.until("caught up", () -> edge.knows(source.warehouse));
        assertThat(edge.pictures()).isGreaterThanOrEqualTo(2);
        assertThat(edge.losses).isNotEmpty();
      }
    }
  }

  @Test
  void aRedisThatIsFullLosesNothingForGood() throws Exception {
    try (RedisServer redis =
            new RedisServer("--maxmemory", "3mb", "--maxmemory-policy", "noeviction");
        Source source = new Source(redis, BOUND);
        Edge edge = new Edge(redis, source.warehouse)) {
      Poll.until("the picture", () -> edge.knows(source.warehouse));
      Poll.until(
          "Redis refuses",
          () -> {
            source.warehouse.change(1, Entry.MAX_CHANGES);
            return source.publisher.gaps() > 0;
          });
      ask(redis, client -> client.flushall());
      Poll.until("caught up", () -> edge.knows(source.warehouse));
      assertThat(edge.backwards).isEmpty();
    }
  }

  @Test
  void aPublisherThatTakesOverIsFollowed() throws Exception {
    try (RedisServer redis = new RedisServer()) {
      Source first = new Source(redis, BOUND);
      first.warehouse.change(1, 10);
      try (Edge edge = new Edge(redis, first.warehouse)) {
        Poll.until("the picture", () -> edge.knows(first.warehouse));
        first.close();
        // The same truth, published by another node.
        try (RedisFeedPublisher second = new RedisFeedPublisher(redis.url(), "test", BOUND)) {
          first.warehouse.publishTo(second);
          first.warehouse.begin();
          first.warehouse.change(5, 10);
          Poll.until("the second is followed", () -> edge.knows(first.warehouse));
        }
      }
    }
  }

  @Test
  void afterAFailoverThatLostCommitsOldVersionsAreVoid() throws Exception {
    try (RedisServer redis = new RedisServer();
        Source source = new Source(redis, BOUND);
        Edge edge = new Edge(redis, source.warehouse)) {
      source.warehouse.change(1, 10);
      source.warehouse.change(1, 10);
      Poll.until("the picture", () -> edge.knows(source.warehouse));
      source.warehouse.fallBack();
      Poll.until("the fall back is followed", () -> edge.knows(source.warehouse));
      source.warehouse.change(1, 10);
      Poll.until("and what comes after", () -> edge.knows(source.warehouse));
    }
  }

  @Test
  void anAddressThatIsNoneIsNamedWithItsMend() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedisFeedPublisher("localhost:6379", "test", BOUND))
        .withMessageContaining("HOLDFAST_REDIS_URL")
        .withMessageContaining("redis://");
  }

  private static void ask(RedisServer redis, Consumer<RedisCommands<String, String>> work) {
    RedisClient client = RedisClient.create(redis.url());
    try (var connection = client.connect()) {
      work.accept(connection.sync());
    } finally {
      client.shutdown();
    }
  }
}
