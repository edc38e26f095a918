package dev.holdfast.bench.instance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Behaves to its starter as the real server does: a run file, a first key, probes, a small API. It
 * runs in a process of its own, so it can be killed.
 */
final class StandInServer {
  private StandInServer() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    Path folder = Path.of(words.get(words.indexOf("--data") + 1));
    if (Files.exists(folder.resolve("full"))) {
      System.out.println("The disk is full. Free some space.");
      System.exit(1);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/readyz", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/v1/positions", StandInServer::positions);
    server.createContext("/v1/receipts", exchange -> answer(exchange, 422, PROBLEM));
    server.start();
    Path key = folder.resolve("first-admin-key");
    if (Files.notExists(key)) {
      Files.writeString(key, "hf_first\n");
    }
    Path whole = folder.resolve("run.json.new");
    Files.writeString(whole, run(server.getAddress().getPort()));
    Files.move(
        whole,
        folder.resolve("run.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static final String PROBLEM =
      "{\"type\":\"https://holdfast.dev/problems/invalid-field\",\"status\":422}";

  private static String run(int port) {
    ObjectNode run = new ObjectMapper().createObjectNode();
    run.put("pid", ProcessHandle.current().pid());
    run.put("url", "http://127.0.0.1:" + port);
    run.put("management", "http://127.0.0.1:" + port);
    run.put(
        "databaseUrl",
        Optional.ofNullable(System.getenv("HOLDFAST_DATABASE_URL"))
            .orElse("jdbc:postgresql://db/h"));
    run.put("databaseUser", "postgres");
    run.put("databasePassword", "a&b");
    return run.toString();
  }

  /** Three positions, one a page. */
  private static void positions(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    boolean known =
        "Bearer hf_first".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    int page = query.contains("cursor=") ? query.charAt(query.length() - 1) - '0' : 1;
    String next = page < 3 ? ",\"next\":\"after+" + (page + 1) + "\"" : "";
    String items = "[{\"onHand\":9,\"reserved\":" + page + ",\"availableToPromise\":1}]";
    answer(exchange, known ? 200 : 401, "{\"items\":" + items + next + "}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
