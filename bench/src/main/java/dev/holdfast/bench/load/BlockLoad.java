package dev.holdfast.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A closed loop for what answers faster than {@link LoadGenerator} asks: each connection sends a
 * prebuilt block of requests in one write, reads the answers to all of them, and sends the next
 * block. It is meant to saturate one core of a server, to see what a request costs there; latencies
 * of a closed loop hide what a stalled server held up, and are shown for orientation only.
 */
public final class BlockLoad {
  private static final int FIRST_BUFFER = 64 * 1024;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final InetSocketAddress target;
  private final int connections;
  private final int depth;
  private final Framing framing;
  private final byte[][] blocks;

  /**
   * @param connections kept alive
   * @param depth requests in each block
   * @param blocks sent in turn, each a whole number of requests
   */
  public BlockLoad(
      InetSocketAddress target, int connections, int depth, Framing framing, byte[][] blocks) {
    this.target = target;
    this.connections = connections;
    this.depth = depth;
    this.framing = framing;
    this.blocks = blocks;
  }

  /**
   * What a run brought.
   *
   * @param answers complete ones
   * @param generatorLoad share of the time for which the generator computed, 0 to 1
   */
  public record Shown(long answers, Duration time, double generatorLoad, Histogram latency) {
    /** Answers per second. */
    public double perSecond() {
      return answers * 1e9 / time.toNanos();
    }
  }

  /** One connection and what it has read of its block's answers. */
  private final class Client {
    final SocketChannel channel;
    final SelectionKey key;
    byte[] in = new byte[FIRST_BUFFER];
    ByteBuffer view = ByteBuffer.wrap(in);
    ByteBuffer out = ByteBuffer.allocate(0);
    int parsed;
    int owed;
    int next;
    long sentNanos;

    Client(Selector selector, int number) throws IOException {
      channel = SocketChannel.open(target);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      key = channel.register(selector, SelectionKey.OP_READ, this);
      next = number;
    }

    void send() throws IOException {
      view.clear();
      parsed = 0;
      owed = depth;
      out = ByteBuffer.wrap(blocks[next++ % blocks.length]);
      sentNanos = System.nanoTime();
      flush();
    }

    void flush() throws IOException {
      channel.write(out);
      int wanted = out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
    }

    /** Reads what came; the answers that it completes. */
    int receive() throws IOException {
      if (!view.hasRemaining()) {
        int position = view.position();
        in = Arrays.copyOf(in, in.length * 2);
        view = ByteBuffer.wrap(in);
        view.position(position);
      }
      if (channel.read(view) < 0) {
        throw new IOException("the server closed a connection");
      }
      int complete = 0;
      while (owed > 0) {
        int end = framing.end(in, parsed, view.position());
        if (end < 0) {
          break;
        }
        parsed = end;
        owed--;
        complete++;
      }
      return complete;
    }
  }

  /**
   * Runs for a while.
   *
   * @throws IOException when an answer is not what the framing takes for success
   */
  public Shown run(Duration time) throws IOException {
    Histogram latency = new Histogram(HIGHEST_NANOS, 3);
    List<Client> clients = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        clients.add(new Client(selector, i * 7));
      }
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      for (Client client : clients) {
        client.send();
      }
      long answers = 0;
      while (System.nanoTime() - start < time.toNanos()) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          answers += ready((Client) key.attachment(), latency);
        }
        selector.selectedKeys().clear();
      }
      long took = System.nanoTime() - start;
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      return new Shown(answers, Duration.ofNanos(took), (double) used / took, latency);
    } finally {
      for (Client client : clients) {
        client.channel.close();
      }
    }
  }

  private static int ready(Client client, Histogram latency) throws IOException {
    if (client.key.isWritable()) {
      client.flush();
      return 0;
    }
    int complete = client.receive();
    if (client.owed == 0) {
      latency.recordValue(Math.min(System.nanoTime() - client.sentNanos, HIGHEST_NANOS));
      client.send();
    }
    return complete;
  }
}
