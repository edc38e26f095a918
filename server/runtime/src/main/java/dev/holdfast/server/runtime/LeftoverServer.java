package dev.holdfast.server.runtime;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server, or the trace of one, that a killed process left on our files. */
final class LeftoverServer {
  private static final Path PROCESSES = Path.of("/proc");
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

  private LeftoverServer() {}

  /** Makes sure that no server runs on the files and none seems to. */
  static void end(Path files, Duration patience) throws IOException {
    Optional<ProcessHandle> running = postmaster(files);
    if (running.isPresent()) {
      long pid = running.get().pid();
      LOG.info("stopping the database server {} that an earlier process left behind", pid);
      // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything down.
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
      awaitEnd(running.get(), patience);
    } else if (Files.exists(pidFile(files)) && Files.isDirectory(PROCESSES)) {
      forgetTheDead(files, patience);
    }
  }

  /** The main process of the server that runs on the files. */
  static Optional<ProcessHandle> postmaster(Path files) throws IOException {
    Path pidFile = pidFile(files);
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> process.info().command().orElse("").contains("postgres"));
  }

  private static Path pidFile(Path files) {
    return files.resolve("postmaster.pid");
  }

  static void awaitEnd(ProcessHandle postmaster, Duration patience) throws IOException {
    long pid = postmaster.pid();
    try {
      postmaster.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping the database server " + pid, stop);
    } catch (ExecutionException | TimeoutException stuck) {
      throw new IOException(
          "The database server " + pid + " does not stop. Stop it: kill -INT " + pid, stuck);
    }
  }

  /**
   * Removes the pid file of a server that was killed. PostgreSQL refuses to start as long as any
   * process has the number in it: a zombie that nobody has buried yet, or a stranger who was given
   * the number later. Sessions may outlive their server for a moment, and every process of a server
   * works in the folder of its files: only when none does is the file removed.
   */
  private static void forgetTheDead(Path files, Duration patience) throws IOException {
    Path folder = files.toRealPath();
    long deadline = System.nanoTime() + patience.toNanos();
    while (isAnybodyIn(folder)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException(
            "Processes of a killed database server still work in " + folder + ". End them first");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    LOG.info("removing the trace of a database server that was killed");
    Files.deleteIfExists(pidFile(files));
  }

  private static boolean isAnybodyIn(Path folder) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        if (folder.equals(workingFolder(process))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where a process works; the process itself when it has just ended, or is somebody else's. */
  private static Path workingFolder(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd"));
    } catch (IOException goneOrNotOurs) {
      return process;
    }
  }
}
