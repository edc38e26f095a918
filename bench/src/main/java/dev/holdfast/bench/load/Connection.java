package dev.holdfast.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One kept-alive connection with at most one request under way. Belongs to one generator thread.
 * Normally an exchange is one write and one read.
 */
final class Connection {
  private static final int RESPONSE_BYTES = 8 * 1024;

  private final InetSocketAddress address;
  private final Selector selector;
  private final ByteBuffer out = ByteBuffer.allocateDirect(LoadPlan.REQUEST_BYTES);
  private final ResponseHead head = new ResponseHead();
  private ByteBuffer in = ByteBuffer.allocateDirect(RESPONSE_BYTES);
  private SocketChannel channel;
  private SelectionKey key;
  private boolean headRead;
  private boolean busy;
  private long number;
  private long dueNanos;
  private long idleSinceNanos;

  Connection(InetSocketAddress address, Selector selector) throws IOException {
    this.address = address;
    this.selector = selector;
    this.channel = connect();
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  private SocketChannel connect() throws IOException {
    SocketChannel opened = SocketChannel.open(address);
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.configureBlocking(false);
    return opened;
  }

  /** Opens the connection anew after the server has closed it. */
  void reopen() throws IOException {
    close();
    channel = connect();
    key = channel.register(selector, SelectionKey.OP_READ, this);
    busy = false;
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }

  boolean busy() {
    return busy;
  }

  long number() {
    return number;
  }

  long dueNanos() {
    return dueNanos;
  }

  /** Since when it could have sent a request. */
  long idleSinceNanos() {
    return idleSinceNanos;
  }

  void idleSince(long nanos) {
    idleSinceNanos = nanos;
  }

  int status() {
    return head.status();
  }

  /** Sends a request that was due at this instant. */
  void send(RequestSource source, long requestNumber, long due) throws IOException {
    number = requestNumber;
    dueNanos = due;
    busy = true;
    headRead = false;
    in.clear();
    out.clear();
    source.write(requestNumber, out);
    out.flip();
    flush();
  }

  /** Sends what the socket did not take at once. */
  void flush() throws IOException {
    channel.write(out);
    int wanted = out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  /**
   * Reads what has arrived.
   *
   * @return whether the answer is complete
   * @throws IOException if the server closed the connection or sent nonsense
   */
  boolean receive() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the server closed the connection");
    }
    if (!busy) {
      throw new MalformedResponse("an answer that nobody asked for");
    }
    if (!headRead) {
      headRead = head.parse(in);
    }
    if (!headRead || in.position() < head.totalLength()) {
      makeRoom();
      return false;
    }
    busy = false;
    return true;
  }

  /** The body of the complete answer, valid until the next request. */
  ByteBuffer body() {
    return in.slice(head.bodyStart(), head.bodyLength());
  }

  private void makeRoom() {
    if (!in.hasRemaining()) {
      ByteBuffer larger = ByteBuffer.allocateDirect(in.capacity() * 2);
      larger.put(in.flip());
      in = larger;
    }
  }
}
