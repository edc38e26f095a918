import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Behaves towards the launcher as the server does: logs its steps, writes {@code run.json} when it is
 * ready, answers the probes, and removes {@code run.json} on SIGTERM. Knows nothing of stock.
 *
 * <p>With {@code STAND_IN_FAILS} set it logs that sentence as an error and ends.
 */
final class StandIn {
  public static void main(String[] args) throws IOException {
    List<String> words = Arrays.asList(args);
    System.out.println("STEP Starting the stand-in");
    String failure = System.getenv("STAND_IN_FAILS");
    if (failure != null) {
      System.out.println("2026-11-20T23:24:01.123Z ERROR ServeCommand: " + failure);
      System.exit(1);
    }
    Path folder = Path.of(after(words, "--data"));
    int port = Integer.parseInt(after(words, "--port"));
    int managementPort = Integer.parseInt(after(words, "--management-port"));
    serve(port);
    serve(managementPort);
    Path runFile = folder.resolve("run.json");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> runFile.toFile().delete()));
    Path keyShown = folder.resolve("key-was-made");
    if (Files.notExists(keyShown)) {
      Files.writeString(folder.resolve("first-admin-key"), "hf_stand_in\n");
      Files.writeString(folder.resolve("first-admin-password"), "stand-in-password\n");
      Files.createFile(keyShown);
    }
    Files.writeString(runFile, runJson(port, managementPort));
  }

  private static String after(List<String> words, String flag) {
    return words.get(words.indexOf(flag) + 1);
  }

  private static void serve(int port) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private static String runJson(int port, int managementPort) {
    return """
        {"pid":%d,"url":"http://127.0.0.1:%d","management":"http://127.0.0.1:%d","embedded":true}
        """
        .formatted(ProcessHandle.current().pid(), port, managementPort);
  }
}
