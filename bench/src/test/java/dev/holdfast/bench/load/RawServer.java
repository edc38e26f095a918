package dev.holdfast.bench.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A tiny HTTP/1.1 server on a raw socket: answers each request with what a script says. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong served = new AtomicLong();
  private final Script script;

  RawServer(Script script) throws IOException {
    this.script = script;
    executor.execute(this::accept);
  }

  /** What the server does with a request. */
  interface Script {
    /**
     * The parts of the answer, each written and flushed by itself; null closes the connection.
     *
     * @param serial how many requests came before, on all connections
     */
    byte[][] answer(String request, long serial) throws InterruptedException;
  }

  static byte[] response(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "HTTP/1.1 " + status + " Whatever\r\ncontent-length: " + bytes.length;
    return (head + "\r\nx-other: 1\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        open.add(connection);
        executor.execute(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String request = read(in); !request.isEmpty(); request = read(in)) {
        byte[][] parts = script.answer(request, served.getAndIncrement());
        if (parts == null) {
          return;
        }
        for (byte[] part : parts) {
          connection.getOutputStream().write(part);
          connection.getOutputStream().flush();
        }
      }
    } catch (IOException closed) {
      // The client has gone.
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    int length = 0;
    for (String line : head.toString().toLowerCase(Locale.ROOT).split("\r\n")) {
      if (line.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : List.copyOf(open)) {
        connection.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    executor.shutdownNow();
    executor.close();
  }
}
