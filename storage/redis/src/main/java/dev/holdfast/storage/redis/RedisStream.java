package dev.holdfast.storage.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stream in Redis, on one connection that one thread uses, made when it is needed. Every method
 * throws {@link RedisException} when Redis cannot be asked within {@link #PATIENCE}; the next call
 * connects anew.
 */
final class RedisStream implements AutoCloseable {
  /** A healthy Redis answers in a millisecond; a feed that waits longer has better things to do. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Before every entry there is in it. */
  static final String START = "0-0";

  private static final byte[] FIELD = {'e'};
  private static final int READ_AT_ONCE = 256;

  private final RedisClient client;
  private final byte[] key;
  private @Nullable StatefulRedisConnection<byte[], byte[]> connection;

  /**
   * @param url {@code redis://[:password@]host[:port][/database]} or {@code rediss://…}
   * @throws IllegalArgumentException with the mend when the URL cannot be read
   */
  RedisStream(String url, String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    this.client = RedisClient.create(uri(url));
    client.setOptions(
        ClientOptions.builder()
            // A change that waits for Redis to come back would come too late to be of use.
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).keepAlive(true).build())
            .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
            .build());
  }

  private RedisCommands<byte[], byte[]> commands() {
    StatefulRedisConnection<byte[], byte[]> open = connection;
    if (open == null || !open.isOpen()) {
      open = client.connect(ByteArrayCodec.INSTANCE);
      connection = open;
    }
    return open.sync();
  }

  /**
   * Reads where Redis is.
   *
   * @throws IllegalArgumentException with the mend when it cannot
   */
  static RedisURI uri(String url) {
    try {
      return RedisURI.create(url);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "HOLDFAST_REDIS_URL is not a Redis address. Write redis://:password@host:6379/0, or"
              + " rediss://… with TLS.",
          unreadable);
    }
  }

  /** Adds an entry and lets the oldest go beyond about {@code bound} entries. */
  void add(byte[] entry, long bound) {
    commands()
        .xadd(key, XAddArgs.Builder.maxlen(bound).approximateTrimming(), Map.of(FIELD, entry));
  }

  /** Entries after one, oldest first; waits up to {@code wait} for the first. */
  @SuppressWarnings("unchecked") // The library takes its offsets as a generic array.
  List<StreamMessage<byte[], byte[]>> after(String id, Duration wait) {
    List<StreamMessage<byte[], byte[]>> read =
        commands()
            .xread(
                XReadArgs.Builder.block(wait).count(READ_AT_ONCE),
                XReadArgs.StreamOffset.from(key, id));
    return read == null ? List.of() : read;
  }

  /** The newest entry; null when there is none. */
  @Nullable StreamMessage<byte[], byte[]> newest() {
    List<StreamMessage<byte[], byte[]>> read =
        commands().xrevrange(key, Range.unbounded(), Limit.from(1));
    return read.isEmpty() ? null : read.getFirst();
  }

  static byte[] content(StreamMessage<byte[], byte[]> message) {
    for (Map.Entry<byte[], byte[]> field : message.getBody().entrySet()) {
      return field.getValue();
    }
    return new byte[0];
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
    client.shutdown(Duration.ZERO, PATIENCE);
  }
}
