package dev.holdfast.storage.postgres;

import dev.holdfast.storage.contract.StoreFixture.Loss;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire to the server that can be cut at a chosen moment of a transaction. It reads the messages
 * of PostgreSQL's protocol (manual, "Message Formats") only as far as it must to know that moment.
 */
final class LossyWire implements AutoCloseable {
  private static final byte PARSE = 'P';
  private static final byte BIND = 'B';
  private static final byte READY = 'Z';

  private final ServerSocket listener;
  private final int serverPort;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Loss> armed = new AtomicReference<>();
  private volatile boolean isLast;

  LossyWire(int serverPort) {
    this.serverPort = serverPort;
    try {
      this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    open.add(listener);
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Lets one more in, and nobody after that. */
  void closeBehindNext() {
    isLast = true;
  }

  /** Cuts the next connection that comes to this moment, once. */
  void loseAt(Loss loss) {
    armed.set(loss);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        open.add(client);
        open.add(server);
        if (isLast) {
          listener.close();
        }
        Call call = new Call(client, server);
        Thread.ofVirtual().start(() -> call.carry(call::requests));
        Thread.ofVirtual().start(() -> call.carry(call::answers));
      }
    } catch (IOException closed) {
      // Nobody is let in any more.
    }
  }

  /** Cuts everything and lets nobody in any more. */
  @Override
  public void close() {
    open.forEach(LossyWire::closeQuietly);
  }

  private static void closeQuietly(Closeable one) {
    try {
      one.close();
    } catch (IOException closedAlready) {
      // As wished.
    }
  }

  /** One connection through the wire. */
  private final class Call {
    private final Socket client;
    private final Socket server;
    private final Map<String, String> prepared = new HashMap<>();
    private volatile boolean mute;

    Call(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carry(Direction direction) {
      try {
        direction.carry();
      } catch (IOException ended) {
        // One end hung up, or the wire was cut.
      } finally {
        hangUp();
      }
    }

    private void hangUp() {
      closeQuietly(client);
      closeQuietly(server);
      open.remove(client);
      open.remove(server);
    }

    private void requests() throws IOException {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(server.getOutputStream());
      byte[] startup = body(in);
      out.writeInt(startup.length + Integer.BYTES);
      out.write(startup);
      while (true) {
        byte type = in.readByte();
        byte[] body = body(in);
        Loss loss = momentOf(type, body);
        if (loss != null && armed.compareAndSet(loss, null)) {
          if (loss != Loss.ANSWER_TO_THE_COMMIT) {
            return;
          }
          mute = true;
        }
        send(out, type, body);
      }
    }

    private void answers() throws IOException {
      DataInputStream in = new DataInputStream(server.getInputStream());
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      while (true) {
        byte type = in.readByte();
        byte[] body = body(in);
        if (!mute) {
          send(out, type, body);
        } else if (type == READY) {
          return;
        }
      }
    }

    /** The armed moment, if this message is it. */
    private Loss momentOf(byte type, byte[] body) {
      String[] texts = new String(body, StandardCharsets.UTF_8).split("\0", 3);
      if (type == PARSE) {
        prepared.put(texts[0], texts[1]);
      }
      if (type != BIND) {
        return null;
      }
      Loss loss = armed.get();
      String sql = prepared.getOrDefault(texts[1], "");
      boolean commit = sql.equalsIgnoreCase("commit");
      boolean wanted = loss == Loss.BEFORE_THE_COMMIT ? sql.contains("for update") : commit;
      return wanted ? loss : null;
    }
  }

  private interface Direction {
    void carry() throws IOException;
  }

  private static byte[] body(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt() - Integer.BYTES);
  }

  private static void send(DataOutputStream out, byte type, byte[] body) throws IOException {
    byte[] head = {
      type,
      (byte) ((body.length + Integer.BYTES) >>> 24),
      (byte) ((body.length + Integer.BYTES) >>> 16),
      (byte) ((body.length + Integer.BYTES) >>> 8),
      (byte) (body.length + Integer.BYTES)
    };
    out.write(head);
    out.write(body);
  }
}
