package dev.holdfast.bench.instance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One server process in a folder of its own. It can be stopped, killed and started again in the
 * same folder. One thread at a time.
 */
public final class ServerProcess {
  /** The first start lays out a database and migrates it. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(25);
  private static final int TAIL_LINES = 15;

  private final Launcher launcher;
  private final Path folder;
  private final String databaseUrl;
  private ServeOptions options;
  private @Nullable Process process;
  private @Nullable RunFile run;

  ServerProcess(Launcher launcher, Path folder, String databaseUrl, ServeOptions options) {
    this.launcher = launcher;
    this.folder = folder;
    this.databaseUrl = databaseUrl;
    this.options = options;
  }

  /** Starts the process and waits until it is ready to serve. */
  public void start() throws IOException, InterruptedException {
    Process started = launcher.serve(folder, databaseUrl, options);
    process = started;
    long giveUp = System.nanoTime() + START.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() - giveUp < 0) {
        Optional<RunFile> file = RunFile.read(folder);
        if (file.isPresent()
            && isOf(started, file.get())
            && isReady(client, file.get().management())) {
          run = file.get();
          return;
        }
        if (started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new InstanceException("The server ended instead of starting:\n" + tail());
        }
      }
    }
    throw new InstanceException("The server is not ready after " + START + ":\n" + tail());
  }

  /** Stops the process and starts it again in the same folder with other options. */
  public void restart(ServeOptions other) throws IOException, InterruptedException {
    stop();
    options = other;
    start();
  }

  /** The value of a metric without labels. */
  public double metric(String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(running().management().resolve("/metrics")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
          .findFirst()
          .orElseThrow(() -> new InstanceException("The server has no metric " + name + "."));
    }
  }

  /** The folder that the server keeps its files in. */
  Path folder() {
    return folder;
  }

  /** The address of the API. */
  public URI url() {
    return running().url();
  }

  /** The owner's login to the database. */
  public Database database() {
    return running().database();
  }

  /** The server's process id. */
  public long pid() {
    return running().pid();
  }

  /** The embedded PostgreSQL's first process id; 0 if it is not embedded. */
  public long postgresPid() {
    return running().postgresPid();
  }

  /** SIGKILL to the server alone; an embedded PostgreSQL stays. Returns when it is gone. */
  public void kill() throws InterruptedException {
    killTree(pid(), postgresPid());
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** SIGKILL to the embedded PostgreSQL and all its processes. */
  public void killPostgres() {
    if (postgresPid() == 0) {
      throw new InstanceException("The database is not embedded, so it is not ours to kill.");
    }
    killTree(postgresPid(), 0);
  }

  /** Whether the server's process lives. */
  public boolean isAlive() {
    return run != null && ProcessHandle.of(run.pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  /** SIGTERM, and SIGKILL to whatever is left after 20 s. */
  public void stop() throws InterruptedException {
    if (process == null) {
      return;
    }
    if (run != null) {
      ProcessHandle.of(run.pid()).ifPresent(ProcessHandle::destroy);
    }
    process.destroy();
    if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    if (run != null && isPostgres(run.postgresPid())) {
      killTree(run.postgresPid(), 0);
    }
  }

  /** The last lines that the server wrote. */
  public String tail() {
    return tail(Launcher.output(folder));
  }

  /** The last lines of a file that a process wrote. */
  static String tail(Path output) {
    try {
      List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      int from = Math.max(0, lines.size() - TAIL_LINES);
      return String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException unreadable) {
      return "(" + output + " cannot be read)";
    }
  }

  private RunFile running() {
    if (run == null) {
      throw new IllegalStateException("The server has not been started.");
    }
    return run;
  }

  /** A run file of an earlier, killed process stays behind: believe only our own process's. */
  private static boolean isOf(Process started, RunFile file) {
    return started.pid() == file.pid()
        || started.descendants().anyMatch(child -> child.pid() == file.pid());
  }

  private static boolean isReady(HttpClient client, URI management) throws InterruptedException {
    HttpRequest probe = HttpRequest.newBuilder(management.resolve("/readyz")).build();
    try {
      return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Whether this is still a PostgreSQL, and not another process that was given its number. */
  private static boolean isPostgres(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> command.contains("postgres"))
        .isPresent();
  }

  /** Kills a process and its descendants, but spares one of them with all of its own. */
  private static void killTree(long pid, long spared) {
    ProcessHandle.of(pid)
        .ifPresent(root -> {
          List<ProcessHandle> doomed =
              Stream.concat(Stream.of(root), root.descendants())
                  .filter(process -> spared == 0 || !isWithin(process, spared))
                  .toList();
          doomed.forEach(ProcessHandle::destroyForcibly);
        });
  }

  private static boolean isWithin(ProcessHandle process, long ancestor) {
    for (Optional<ProcessHandle> at = Optional.of(process);
        at.isPresent();
        at = at.get().parent()) {
      if (at.get().pid() == ancestor) {
        return true;
      }
    }
    return false;
  }
}
