package dev.holdfast.server.runtime.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** A real Redis of one test, to be killed and started again empty. */
final class RedisProcess implements AutoCloseable {
  private final int port;
  private Process process;

  RedisProcess() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    start();
  }

  void start() {
    List<String> command =
        List.of(
            "redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "");
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "These tests need Redis. Install it: sudo apt-get install redis-server", missing);
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
