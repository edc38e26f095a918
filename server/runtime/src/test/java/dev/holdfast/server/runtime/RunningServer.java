package dev.holdfast.server.runtime;

import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.lots.WriteOffOverLots;
import dev.holdfast.application.reporting.fold.FoldFacts;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.DatabaseTarget;
import dev.holdfast.storage.postgres.PostgresLotStore;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import dev.holdfast.storage.postgres.PostgresStockLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A whole node on an embedded PostgreSQL with files of its own, listening on free ports of
 * loopback: what {@code serve} runs, in this process.
 *
 * <p>Tests that take one as a parameter (with {@link Shared}) share one for the whole test run;
 * each makes a {@link Company} of its own in it.
 */
public final class RunningServer implements AutoCloseable {
  private final Path data;
  private final EmbeddedStore store;
  private final Node node;
  private final Node.Addresses addresses;
  private final String operatorSecret;

  private RunningServer(
      Path data, EmbeddedStore store, Node node, Node.Addresses addresses, String operatorSecret) {
    this.data = data;
    this.store = store;
    this.node = node;
    this.addresses = addresses;
    this.operatorSecret = operatorSecret;
  }

  /** Starts a server that is the caller's alone. */
  public static RunningServer start() throws Exception {
    return start(Map.of());
  }

  /**
   * Starts a server with settings of its own.
   *
   * @param more by key
   */
  public static RunningServer start(Map<String, String> more) throws Exception {
    Path data = Files.createTempDirectory("holdfast-server");
    EmbeddedStore store = EmbeddedStore.start(data);
    try {
      return start(data, store, more);
    } catch (Exception failed) {
      // Or every test that asks for a server would leave a database behind.
      store.close();
      throw failed;
    }
  }

  private static RunningServer start(Path data, EmbeddedStore store, Map<String, String> more)
      throws Exception {
    Settings settings = RunningNode.settings(data, store.target(), more);
    Database database = Database.open(store.target(), settings.lanes());
    Node node = new Node(settings, database, step -> {});
    Node.Addresses addresses = node.start();
    String secret = Files.readString(data.resolve(FirstStart.KEY_FILE)).strip();
    return new RunningServer(data, store, node, addresses, secret);
  }

  /** The database, for those who set up what has no route. */
  DatabaseTarget target() {
    return store.target();
  }

  /**
   * Makes an empty database beside the server's own.
   *
   * @param name small letters and underscores, not used before
   */
  public DatabaseTarget newDatabase(String name) throws SQLException {
    execute("create database " + name);
    DatabaseTarget mine = store.target();
    String server = mine.jdbcUrl().substring(0, mine.jdbcUrl().lastIndexOf('/') + 1);
    return new DatabaseTarget(server + name, mine.user(), mine.password());
  }

  /** Starts another node of the same installation, with settings of its own. */
  public RunningNode addNode(Map<String, String> more) throws Exception {
    return RunningNode.start(store.target(), more);
  }

  /** Stops this node and leaves its database to the others. */
  public void stopNode() {
    node.close();
  }

  /** Where the API is: http://127.0.0.1:PORT. */
  public String url() {
    return addresses.url();
  }

  public int port() {
    return Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
  }

  /** Where probes and metrics are. */
  public String managementUrl() {
    return addresses.management();
  }

  /** The first admin key, which is the operator's. */
  public String operatorSecret() {
    return operatorSecret;
  }

  /** The password of the account that the first start has made. */
  public String firstPassword() throws IOException {
    return Files.readString(data.resolve(FirstStart.PASSWORD_FILE)).strip();
  }

  /** Runs a statement as the database's owner, to make come about what would take hours. */
  public int execute(String sql) throws SQLException {
    DatabaseTarget target = store.target();
    try (Connection owner =
            DriverManager.getConnection(target.jdbcUrl(), target.user(), target.password());
        Statement statement = owner.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** Asks as the database's owner: rows with their values side by side. */
  public List<String> texts(String sql) throws SQLException {
    DatabaseTarget target = store.target();
    List<String> texts = new ArrayList<>();
    try (Connection owner =
            DriverManager.getConnection(target.jdbcUrl(), target.user(), target.password());
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        texts.add(String.join(" ", values));
      }
    }
    return texts;
  }

  /** The data folder with the run file that commands on the same machine look for. */
  public Path runFolder() throws IOException {
    RunFile.write(data, url(), managementUrl(), store.target(), store.pid());
    return data;
  }

  /** Asks the database's owner, whom no policy stops; the last column is a number. */
  public Map<String, Long> ask(String sql) throws SQLException {
    DatabaseTarget target = store.target();
    Map<String, Long> rows = new TreeMap<>();
    try (Connection owner =
            DriverManager.getConnection(target.jdbcUrl(), target.user(), target.password());
        Statement statement = owner.createStatement()) {
      statement.execute("set search_path = " + Database.SCHEMA);
      try (ResultSet row = statement.executeQuery(sql)) {
        int last = row.getMetaData().getColumnCount();
        while (row.next()) {
          StringBuilder key = new StringBuilder();
          for (int i = 1; i < last; i++) {
            key.append(i > 1 ? " | " : "").append(row.getString(i));
          }
          rows.merge(key.toString(), row.getLong(last), Math::addExact);
        }
      }
    }
    return rows;
  }

  /** Another that believes that it leads, and folds facts as fast as it can. */
  public AutoCloseable rivalFold() {
    Database database = Database.open(store.target(), 1);
    FoldSide rival =
        new FoldSide(
            database,
            new PostgresRollUpStore(database.jobs(), database.jobs()),
            () -> true,
            Duration.ofMillis(20),
            FoldFacts::noPast,
            Clock.systemUTC());
    rival.start();
    return () -> {
      rival.close();
      database.close();
    };
  }

  /** Does what the job about lots does when its clock says so. Returns how many it wrote off. */
  public int writeOffOverLots(Instant at) throws InterruptedException {
    try (Database database = Database.open(store.target(), 1);
        CommandLanes lanes =
            new CommandLanes(1, new PostgresStockLedger(database), LaneListener.all(List.of()))) {
      Clock clock = Clock.fixed(at, ZoneOffset.UTC);
      return new WriteOffOverLots(new PostgresLotStore(database), lanes, clock).run();
    }
  }

  /** The process of the database server. */
  public long databasePid() throws IOException {
    return store.pid();
  }

  /** Where it keeps everything. */
  public Path dataFolder() {
    return data;
  }

  /** The folder that holds the database's program and files. */
  public Path databaseFolder() {
    return data.resolve("postgres");
  }

  @Override
  public void close() throws IOException {
    node.close();
    store.close();
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(data)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  /** Gives the run's one server to tests that ask for it, and stops it after the last of them. */
  public static final class Shared implements ParameterResolver {
    /** Where webhooks may lead that nobody listens to. */
    private static final String NOBODYS_NETWORK = "127.0.0.2/32";

    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(RunningServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public RunningServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(RunningServer.class, first -> startUnchecked(), RunningServer.class);
    }

    private static RunningServer startUnchecked() {
      try {
        return start(Map.of("webhook-allowed-networks", NOBODYS_NETWORK));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (RuntimeException failed) {
        throw failed;
      } catch (Exception failed) {
        throw new IllegalStateException("the server did not start", failed);
      }
    }
  }
}
