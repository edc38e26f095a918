package dev.holdfast.bench.rival;

import dev.holdfast.bench.instance.Cpus;
import dev.holdfast.bench.instance.InstanceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Another program that answers the same question, on a port of loopback and a chosen processor. */
public final class Rival implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(20);
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/sbin"),
          Path.of("/usr/bin"),
          Path.of("/usr/local/bin"),
          Path.of("/opt/homebrew/bin"));

  private final Process process;
  private final int port;

  private Rival(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** How to start one, once its port is known. */
  public interface Command {
    /** The words of the command. */
    List<String> on(int port) throws IOException;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param log where its output goes
   */
  public static Rival start(Command command, Path log) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> words = new ArrayList<>(Cpus.first().words());
    words.addAll(command.on(port));
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Rival rival = new Rival(process, port);
    long giveUp = System.nanoTime() + START.toNanos();
    while (!rival.listens()) {
      if (!process.isAlive() || System.nanoTime() - giveUp > 0) {
        rival.close();
        throw new InstanceException(
            words + " did not start:\n" + Files.readString(log, StandardCharsets.UTF_8));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return rival;
  }

  /**
   * Where a program is.
   *
   * @throws InstanceException with the command that installs it
   */
  public static String find(String program, String debianPackage) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new InstanceException(
                program
                    + " is missing, with which this is compared. Install it: sudo apt-get install "
                    + debianPackage
                    + ", or brew install "
                    + program.replace("-server", "")))
        .toString();
  }

  /** The first line of what a program says of its version. */
  public static String version(String program, String flag)
      throws IOException, InterruptedException {
    Process asked = new ProcessBuilder(program, flag).redirectErrorStream(true).start();
    String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return said.lines().findFirst().orElse("unknown");
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** CPU time of it and its workers since their start. */
  public long cpuNanos() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(one -> one.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
        .sum();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
  }
}
