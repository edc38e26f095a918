package dev.holdfast.bench.instance;

import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A Holdfast of one's own: a fresh folder with an embedded PostgreSQL, one server process or more
 * on it, and the first admin key. Closing it, or the end of this JVM, stops every process and
 * deletes the folder, unless it is to be kept.
 */
public final class Instance implements AutoCloseable {
  private static final String KEY_FILE = "first-admin-key";
  private static final String HEALTH = "/_health";

  private final Launcher launcher;
  private final Path folder;
  private final boolean keep;
  private final Thread onExit = new Thread(this::cleanUp, "stop-instance");
  private final List<ServerProcess> servers = new ArrayList<>();
  private String key = "";

  private Instance(Launcher launcher, Path folder, boolean keep) {
    this.launcher = launcher;
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Starts an instance with one server and says so.
   *
   * @param keep whether the folder stays when the instance is closed
   */
  public static Instance start(Progress progress, boolean keep)
      throws IOException, InterruptedException {
    return start(Launcher.ofEnvironment(), progress, keep, ServeOptions.DEFAULT);
  }

  /** Starts an instance with options of its own. */
  public static Instance start(Progress progress, boolean keep, ServeOptions options)
      throws IOException, InterruptedException {
    return start(Launcher.ofEnvironment(), progress, keep, options);
  }

  static Instance start(Launcher launcher, Progress progress, boolean keep)
      throws IOException, InterruptedException {
    return start(launcher, progress, keep, ServeOptions.DEFAULT);
  }

  private static Instance start(
      Launcher launcher, Progress progress, boolean keep, ServeOptions options)
      throws IOException, InterruptedException {
    progress.step("starting a Holdfast of its own");
    Files.createDirectories(launcher.runs());
    Instance instance =
        new Instance(launcher, Files.createTempDirectory(launcher.runs(), "run-"), keep);
    Runtime.getRuntime().addShutdownHook(instance.onExit);
    try {
      ServerProcess first = instance.addServer("", options);
      instance.key = Files.readString(first.folder().resolve(KEY_FILE)).strip();
      return instance;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      instance.close();
      throw failed;
    }
  }

  /** Starts another server process on the same database. */
  public ServerProcess startAnother() throws IOException, InterruptedException {
    return startAnother(ServeOptions.DEFAULT);
  }

  /** Starts another server process with options of its own on the same database. */
  public ServerProcess startAnother(ServeOptions options) throws IOException, InterruptedException {
    return addServer(server().database().urlWithLogin(), options);
  }

  /** The server that keeps the embedded database. */
  public ServerProcess server() {
    return servers.getFirst();
  }

  /** All servers, the first one first. */
  public List<ServerProcess> servers() {
    return List.copyOf(servers);
  }

  /** The folder of this instance: files of a measurement may go there, too. */
  public Path folder() {
    return folder;
  }

  /** The first admin key. */
  public String key() {
    return key;
  }

  /** A client of the first server's public face. */
  public Api api() {
    return new Api(server().url(), key);
  }

  /** The database below. */
  public Database database() {
    return server().database();
  }

  /** Runs a command of the launcher on this instance's database; it has to succeed. */
  public void holdfast(String... words) throws IOException, InterruptedException {
    Process process = launcher.run(folder, server().database().urlWithLogin(), List.of(words));
    if (process.waitFor() != 0) {
      throw new InstanceException(
          "./holdfast "
              + String.join(" ", words)
              + " failed:\n"
              + ServerProcess.tail(Launcher.output(folder)));
    }
  }

  /** Writes versions and disk into the report, and refuses a database that is not durable. */
  public void describe(Report report) throws IOException, InterruptedException, SQLException {
    database().requireDurable();
    report.version("postgresql", database().version());
    report.disk(Files.getFileStore(folder).type());
    try (Api api = api()) {
      report.version("holdfast", api.get(HEALTH).path("version").asText("unknown"));
    }
  }

  /** Stops every process and deletes the folder. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException exiting) {
      return; // The hook is at work.
    }
    cleanUp();
  }

  private ServerProcess addServer(String databaseUrl, ServeOptions options)
      throws IOException, InterruptedException {
    Path own = Files.createDirectory(folder.resolve("server-" + (servers.size() + 1)));
    ServerProcess server = new ServerProcess(launcher, own, databaseUrl, options);
    servers.add(server);
    server.start();
    return server;
  }

  private void cleanUp() {
    try {
      for (ServerProcess server : servers.reversed()) {
        server.stop();
      }
      if (keep) {
        System.err.println("Kept: " + folder);
      } else {
        delete(folder);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException("Delete " + folder + " by hand.", failed);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path emptied, @SuppressWarnings("unused") IOException failed) throws IOException {
            Files.deleteIfExists(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
