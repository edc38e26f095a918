package dev.holdfast.server.http.availability;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Memory that the socket takes long answers from without another copy, used again as soon as it has
 * taken them: fresh memory for each would have to be cleared, and be cold. For one event loop.
 */
final class Sheets {
  /** A query of 50 SKUs with all balances, three times over. */
  static final int BYTES = 32 * 1024;

  /** With {@link #BYTES}, 2 MB kept by an event loop. */
  private static final int MAX_FREE = 64;

  private final ArrayDeque<ByteBuf> free = new ArrayDeque<>();

  /** A sheet with nothing on it. To be given back once nobody reads it any more. */
  ByteBuf take() {
    ByteBuf sheet = free.poll();
    // Of the collector, not of a pool: what is never given back is not lost.
    return sheet == null ? Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(BYTES)) : sheet;
  }

  void giveBack(ByteBuf sheet) {
    if (free.size() < MAX_FREE) {
      free.push(sheet);
    }
  }

  /** What is on a sheet, for an answer. */
  static Buffer buffer(ByteBuf sheet) {
    return BufferInternal.buffer(sheet);
  }
}
