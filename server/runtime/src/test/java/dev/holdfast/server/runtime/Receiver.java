package dev.holdfast.server.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's server: takes deliveries, or fails as it is told to. */
public final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final ConcurrentHashMap<String, String> headers = new ConcurrentHashMap<>();
  private volatile byte[] lastBody = {};
  private volatile int status = 200;
  private volatile String location = "";
  private volatile CountDownLatch gate = new CountDownLatch(0);

  Receiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** On a free port of loopback. */
  public Receiver() throws IOException {
    this(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.incrementAndGet();
    int answer = status;
    if (answer < 300) {
      lastBody = body;
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      JSON.readTree(body).forEach(taken::add);
    }
    if (!location.isEmpty()) {
      exchange.getResponseHeaders().set("Location", location);
    }
    try {
      gate.await();
      exchange.sendResponseHeaders(answer, -1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  public void answer(int newStatus) {
    status = newStatus;
  }

  public void redirectTo(String target) {
    location = target;
    status = 307;
  }

  /** Takes what comes from now on, and answers only once it is told to. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void release() {
    gate.countDown();
  }

  public int requests() {
    return requests.get();
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public byte[] lastBody() {
    return lastBody;
  }

  /** What was taken, in the order in which it came. */
  public List<JsonNode> events() {
    return taken;
  }

  /** The versions of one SKU's events of the plain kinds, in the order in which they came. */
  public List<Long> versions(String sku) {
    List<Long> versions = new ArrayList<>();
    for (JsonNode event : taken) {
      if (event.at("/data/sku").asText().equals(sku)) {
        versions.add(event.at("/data/version").asLong());
      }
    }
    return versions;
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.close();
  }
}
