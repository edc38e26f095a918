package dev.holdfast.storage.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * As much of Snowflake as its driver needs to sign in, put files and send statements, which are
 * recorded and not understood. Its stage is a folder. It is no proof of what an account does.
 */
final class FakeSnowflake implements AutoCloseable {
  static final String PASSWORD = "open sesame";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final Path stage;
  final List<String> statements = new CopyOnWriteArrayList<>();

  FakeSnowflake(Path stage) throws IOException {
    this.stage = stage;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "jdbc:snowflake://127.0.0.1:"
        + server.getAddress().getPort()
        + "/?ssl=off&account=test&db=D&schema=S&warehouse=W";
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode asked = body(exchange);
    ObjectNode said = json.createObjectNode();
    ObjectNode content = said.putObject("data");
    said.put("success", true).put("code", (String) null).put("message", (String) null);
    String path = exchange.getRequestURI().getPath();
    if (path.contains("login-request")) {
      signIn(asked, said, content);
    } else if (path.contains("query-request")) {
      String sql = asked.path("sqlText").asText();
      statements.add(sql);
      if (sql.startsWith("put ")) {
        put(sql, content);
      } else {
        rows(content);
      }
    }
    byte[] bytes = json.writeValueAsBytes(said);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private JsonNode body(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    boolean zipped = raw.length > 2 && raw[0] == 0x1f && (raw[1] & 0xff) == 0x8b;
    try (InputStream in =
        zipped
            ? new GZIPInputStream(new ByteArrayInputStream(raw))
            : new ByteArrayInputStream(raw)) {
      return raw.length == 0 ? json.createObjectNode() : json.readTree(in);
    }
  }

  private static void signIn(JsonNode asked, ObjectNode said, ObjectNode content) {
    if (!asked.at("/data/PASSWORD").asText().equals(PASSWORD)) {
      said.put("success", false).put("code", "390100");
      said.put("message", "Incorrect username or password was specified.");
      return;
    }
    content.put("token", "t").put("masterToken", "m").put("validityInSeconds", 3600);
    content.put("masterValidityInSeconds", 14400).put("sessionId", 1);
    ObjectNode autoCommit = content.putArray("parameters").addObject();
    autoCommit.put("name", "AUTOCOMMIT").put("value", true);
    ObjectNode session = content.putObject("sessionInfo");
    session.put("databaseName", "D").put("schemaName", "S").put("warehouseName", "W");
  }

  private void put(String sql, ObjectNode content) {
    content.put("command", "UPLOAD").put("autoCompress", false).put("overwrite", true);
    content.put("sourceCompression", "none").put("parallel", 1);
    content.putArray("src_locations").add(sql.split("'")[1].replace("file://", ""));
    ObjectNode where = content.putObject("stageInfo");
    where.put("locationType", "LOCAL_FS").put("location", stage.toString());
    where.putObject("creds");
    content.putObject("encryptionMaterial");
  }

  /** An empty answer of one text column. */
  private static void rows(ObjectNode content) {
    ObjectNode column = content.putArray("rowtype").addObject();
    column.put("name", "TEXT").put("type", "text").put("nullable", true).put("length", 100);
    column.put("byteLength", 400);
    ArrayNode rows = content.putArray("rowset");
    content.put("total", rows.size()).put("returned", rows.size());
    content.put("queryId", "01").put("queryResultFormat", "json").put("statementTypeId", 4096);
    content.putArray("parameters");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
