package dev.holdfast.lab.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.holdfast.lab.LabException;
import dev.holdfast.lab.postgres.ColumnStage;
import dev.holdfast.lab.stage.Engine;
import dev.holdfast.lab.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * MongoDB: somebody's own ({@value #OWN_SERVER}: a replica set or shards, in which it makes a
 * database and drops it), or else a server in this process that only speaks the protocol.
 */
public final class MongoEngine implements Engine {
  public static final String OWN_SERVER = "HOLDFAST_MONGODB_URL";

  private static final String NOT_MONGODB =
      "No MongoDB was asked but a server inside this process that speaks its protocol: the answers"
          + " are checked, the timings and sizes say nothing about a real MongoDB. Set "
          + OWN_SERVER
          + " to a replica set for those.";

  private final Optional<InProcessServer> inProcess;
  private final String server;
  private final ConnectionString connection;
  private final String databaseName;
  private final MongoClient client;
  private final MongoDatabase database;
  private final List<Stage> stages = new ArrayList<>();
  private final RollUpStage rolledUp = new RollUpStage(this);
  private final SecondaryStage secondary = new SecondaryStage(this);
  private final ColumnStage columns;

  private MongoEngine(Path folder, Optional<InProcessServer> inProcess, String url) {
    this.inProcess = inProcess;
    connection = new ConnectionString(url);
    databaseName = "holdfast_lab_" + UUID.randomUUID().toString().substring(0, 8);
    client = MongoClients.create(connection);
    database = client.getDatabase(databaseName);
    String version = database.runCommand(new Document("buildInfo", 1)).getString("version");
    server =
        inProcess.isPresent()
            ? "mongo-java-server in this process (not MongoDB; says it is " + version + ")"
            : "MongoDB " + version + " at " + String.join(",", connection.getHosts());
    stages.add(
        new DocumentStage(
            this, 0, "raw", "0-raw", "One document per order line, no index but that of _id."));
    stages.add(
        new DocumentStage(
            this,
            1,
            "indexed",
            "1-indexed",
            "The same documents with indexes on what every question begins with: client and day."));
    stages.add(
        new DocumentStage(
            this,
            2,
            "bucketed",
            "2-bucketed",
            "One document per client, place and hour with an array of its lines."));
    stages.add(rolledUp);
    if (isReplicaSet()) {
      stages.add(secondary);
    }
    columns = new ColumnStage(folder.resolve("columns"), new CsvOfDocuments(database));
    stages.add(columns);
  }

  /** The URL in the environment. */
  public static Optional<String> ownServer() {
    return Optional.ofNullable(System.getenv(OWN_SERVER)).filter(url -> !url.isBlank());
  }

  /**
   * Connects to the server in the environment, or starts the one in this process.
   *
   * @param folder for files of columns
   * @throws LabException when the server cannot be asked
   */
  public static MongoEngine open(Path folder) {
    Optional<String> own = ownServer();
    if (own.isEmpty()) {
      InProcessServer server = new InProcessServer();
      return new MongoEngine(folder, Optional.of(server), server.url());
    }
    try {
      return new MongoEngine(folder, Optional.empty(), own.get());
    } catch (MongoException | IllegalArgumentException failed) {
      throw new LabException(
          "Cannot use the MongoDB of "
              + OWN_SERVER
              + " ("
              + failed.getMessage()
              + "). It looks like mongodb://host1,host2,host3/?replicaSet=rs0",
          failed);
    }
  }

  private boolean isReplicaSet() {
    return inProcess.isEmpty()
        && (connection.getRequiredReplicaSetName() != null || connection.isSrvProtocol());
  }

  @Override
  public String name() {
    return "mongo";
  }

  @Override
  public String server() {
    return server;
  }

  @Override
  public List<Stage> stages() {
    return List.copyOf(stages);
  }

  @Override
  public List<String> notVerified() {
    List<String> sentences = new ArrayList<>();
    if (inProcess.isPresent()) {
      sentences.add(NOT_MONGODB);
    }
    if (!isReplicaSet()) {
      sentences.add("Stage 4 is not available here: it reads from a secondary of a replica set.");
    }
    return sentences;
  }

  @Override
  public String caveat() {
    return inProcess.isEmpty()
        ? ""
        : "These timings say nothing about a real MongoDB: set " + OWN_SERVER + " for those.";
  }

  @Override
  public long bytesPerRow() {
    return 1_200;
  }

  MongoDatabase database() {
    return database;
  }

  /**
   * A URL of the laboratory's database for the product's own connection.
   *
   * @param option one more of the URL's options, or nothing
   */
  String url(String option) {
    String all = connection.getConnectionString();
    int question = all.indexOf('?');
    String options = question < 0 ? "" : all.substring(question + 1);
    String hosts = question < 0 ? all : all.substring(0, question);
    int slash = hosts.indexOf('/', hosts.indexOf("://") + 3);
    String servers = slash < 0 ? hosts : hosts.substring(0, slash);
    String joined =
        options.isEmpty() || option.isEmpty() ? options + option : options + "&" + option;
    // Credentials belong to the database of the URL, or to admin, and not to the laboratory's.
    String named = slash < 0 ? "" : hosts.substring(slash + 1);
    if (connection.getCredential() != null && !joined.contains("authSource=")) {
      joined += (joined.isEmpty() ? "" : "&") + "authSource=" + (named.isEmpty() ? "admin" : named);
    }
    return servers + "/" + databaseName + (joined.isEmpty() ? "" : "?" + joined);
  }

  /** On disk with indexes, as the server tells; in memory where there is no disk. */
  long bytes(List<String> collections) {
    long bytes = 0;
    for (String collection : collections) {
      Document stats = database.runCommand(new Document("collStats", collection));
      bytes += number(stats, inProcess.isPresent() ? "size" : "storageSize");
      bytes += number(stats, "totalIndexSize");
    }
    return bytes;
  }

  private static long number(Document document, String field) {
    return document.get(field) instanceof Number value ? value.longValue() : 0;
  }

  /** Of the server's process; -1 where it is this one. */
  long memoryBytes() {
    if (inProcess.isPresent()) {
      return -1;
    }
    Document status = database.runCommand(new Document("serverStatus", 1));
    Document memory = status.get("mem", new Document());
    return number(memory, "resident") << 20;
  }

  /**
   * Documents that pipelines look at, times the mean size of one; -1 where the server does not
   * explain.
   */
  long bytesExamined(List<Document> parts) {
    if (inProcess.isPresent()) {
      return -1;
    }
    long bytes = 0;
    for (Document part : parts) {
      String collection = part.getString("collection");
      Document aggregate =
          new Document("aggregate", collection)
              .append("pipeline", part.getList("pipeline", Document.class))
              .append("cursor", new Document());
      try {
        Document plan =
            database.runCommand(
                new Document("explain", aggregate).append("verbosity", "executionStats"));
        Document stats = database.runCommand(new Document("collStats", collection));
        bytes += examined(plan) * number(stats, "avgObjSize");
      } catch (MongoCommandException unexplained) {
        return -1;
      }
    }
    return bytes;
  }

  /** Wherever in a plan it stands: shards have one each. */
  private static long examined(Object plan) {
    if (plan instanceof Document document) {
      if (document.containsKey("totalDocsExamined")) {
        return number(document, "totalDocsExamined");
      }
      return document.values().stream().mapToLong(MongoEngine::examined).sum();
    }
    return plan instanceof List<?> list ? list.stream().mapToLong(MongoEngine::examined).sum() : 0;
  }

  @Override
  public void close() throws IOException {
    try {
      columns.close();
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
    secondary.close();
    rolledUp.close();
    database.drop();
    client.close();
    inProcess.ifPresent(InProcessServer::close);
  }
}
