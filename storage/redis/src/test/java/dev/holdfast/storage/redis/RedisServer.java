package dev.holdfast.storage.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Redis on loopback, without files, to be killed, restarted empty and overfilled. */
final class RedisServer implements AutoCloseable {
  private final int port;
  private final List<String> options;
  private @Nullable Process process;

  RedisServer(String... options) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    this.options = List.of(options);
    start();
  }

  /** Starts it, empty. Returns once it listens. */
  void start() {
    List<String> command =
        new ArrayList<>(
            List.of("redis-server", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(options);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "These tests need Redis. Install it: sudo apt-get install redis-server", missing);
    }
    Poll.until("Redis listens", this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** SIGKILL. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
