package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One blocking connection with one request at a time: what a lone client sees, without the detour
 * over a selector. One thread.
 */
public final class LoneConnection implements AutoCloseable {
  private static final int RESPONSE_BYTES = 64 * 1024;

  private final SocketChannel channel;
  private final ByteBuffer out = ByteBuffer.allocateDirect(LoadPlan.REQUEST_BYTES);
  private final ByteBuffer in = ByteBuffer.allocateDirect(RESPONSE_BYTES);
  private final ResponseHead head = new ResponseHead();

  /** Connects. */
  public LoneConnection(URI target) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(target.getHost(), target.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @return its status
   * @throws IOException if the connection ends or the answer is no response of at most 64 KiB
   */
  public int exchange(RequestSource request, long number) throws IOException {
    out.clear();
    request.write(number, out);
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    in.clear();
    boolean headRead = false;
    while (!headRead || in.position() < head.totalLength()) {
      if (channel.read(in) <= 0) {
        throw new MalformedResponse("an incomplete response, or one above 64 KiB");
      }
      headRead = headRead || head.parse(in);
    }
    return head.status();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
