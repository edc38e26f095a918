package dev.holdfast.server.runtime;

import dev.holdfast.server.runtime.config.Setting;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.DatabaseTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a node in the foreground until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the server in the foreground.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  /** EX_UNAVAILABLE of sysexits: something that the program needs is missing. */
  private static final int UNAVAILABLE = 69;

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Option(names = "--data", description = "Folder of the embedded database and run.json.")
  private @Nullable String data;

  @Option(names = "--host", description = "Address to listen on.")
  private @Nullable String host;

  @Option(names = "--port", description = "Port of the HTTP API; 0 takes any free one.")
  private @Nullable String port;

  @Option(names = "--management-port", description = "Port of probes and metrics.")
  private @Nullable String managementPort;

  @Option(names = "--roles", description = "Some of edge, ledger, jobs, with commas between.")
  private @Nullable String roles;

  @Option(names = "--demo", description = "Load the demo company into an empty database.")
  private boolean demo;

  @Option(names = "--config", description = "Configuration file; default holdfast.conf.")
  private @Nullable Path config;

  @Override
  public Integer call() {
    try {
      Settings settings = Settings.read(flags(), config, System.getenv());
      Files.createDirectories(settings.data());
      try (DataFolder claimed = DataFolder.claim(settings.data())) {
        LOG.debug("claimed {}", claimed);
        run(settings);
      }
      return 0;
    } catch (IllegalArgumentException | StoreUnavailableException wrong) {
      LOG.error("{}", wrong.getMessage());
    } catch (IOException failed) {
      LOG.error("Cannot start: {}. Check the disk and the data folder.", failed.getMessage());
    } catch (Exception failed) {
      explain(failed);
    }
    return UNAVAILABLE;
  }

  private static void explain(Exception failed) {
    Throwable cause = failed instanceof ExecutionException ? failed.getCause() : failed;
    if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("bind")) {
      LOG.error(
          "A port is taken by another program. Set HOLDFAST_PORT or HOLDFAST_MANAGEMENT_PORT to"
              + " another, or stop what uses it.");
    } else {
      LOG.error("Cannot start", failed);
    }
  }

  private void run(Settings settings) throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  stop.countDown();
                  awaitUninterruptibly(stopped);
                }));
    try (EmbeddedStore embedded = embedded(settings)) {
      DatabaseTarget target =
          embedded != null ? embedded.target() : DatabaseTarget.parse(settings.databaseUrl());
      step("Preparing the database");
      String standby = settings.reports().databaseUrl();
      DatabaseTarget reports = standby.isEmpty() ? target : DatabaseTarget.parse(standby);
      Database database = Database.open(target, reports, settings.lanes());
      try (Node node = new Node(settings, database, ServeCommand::step)) {
        step("Starting the server");
        Node.Addresses at = node.start();
        long postgresPid = embedded == null ? 0 : embedded.pid();
        RunFile file =
            RunFile.write(settings.data(), at.url(), at.management(), target, postgresPid);
        step("Ready at " + at.url());
        stop.await();
        LOG.info("stopping");
        file.delete();
      }
    } finally {
      stopped.countDown();
    }
  }

  private static @Nullable EmbeddedStore embedded(Settings settings) throws IOException {
    if (!settings.databaseUrl().isEmpty()) {
      return null;
    }
    step("Starting the embedded PostgreSQL");
    return EmbeddedStore.start(settings.data());
  }

  /** A line that the launcher shows while it waits. */
  private static void step(String what) {
    System.out.println("STEP " + what);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>();
    put(flags, Setting.DATA, data);
    put(flags, Setting.HOST, host);
    put(flags, Setting.PORT, port);
    put(flags, Setting.MANAGEMENT_PORT, managementPort);
    put(flags, Setting.ROLES, roles);
    put(flags, Setting.DEMO, demo ? "true" : null);
    return flags;
  }

  private static void put(Map<String, String> flags, Setting setting, @Nullable String value) {
    if (value != null) {
      flags.put(setting.key(), value);
    }
  }
}
