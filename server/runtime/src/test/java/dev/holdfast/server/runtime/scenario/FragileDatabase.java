package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The database server of one test, to be killed and started again on the same files and port. */
final class FragileDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningServer server;
  private final Path control;

  /** Takes note of where the running server's program is. */
  FragileDatabase(RunningServer server) throws IOException {
    this.server = server;
    String postgres = postmaster().info().command().orElseThrow();
    this.control = Path.of(postgres).resolveSibling("pg_ctl");
  }

  private ProcessHandle postmaster() throws IOException {
    return ProcessHandle.of(server.databasePid()).orElseThrow();
  }

  /** SIGKILL for the server and all its children at once: nothing is written down any more. */
  void kill() throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    Poll.until("the database dies", PATIENCE, () -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** {@code pg_ctl restart} starts it with the very options that it ran with. */
  void startAgain() throws IOException, InterruptedException {
    Path log = Files.createTempFile("holdfast-restart", ".log");
    Process start =
        new ProcessBuilder(
                command(
                    control.toString(),
                    "-D",
                    server.databaseFolder().resolve("data").toString(),
                    "-w",
                    "-t",
                    Long.toString(PATIENCE.toSeconds()),
                    "restart"))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    boolean ended = start.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(ended && start.exitValue() == 0).as(Files.readString(log)).isTrue();
    Files.delete(log);
  }

  /** PostgreSQL refuses to run as root, so root starts it as the embedded library does. */
  private static List<String> command(String... arguments) {
    List<String> command = List.of(arguments);
    return "root".equals(System.getProperty("user.name"))
        ? Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList()
        : command;
  }
}
