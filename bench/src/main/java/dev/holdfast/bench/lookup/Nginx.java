package dev.holdfast.bench.lookup;

import dev.holdfast.bench.rival.Rival;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** nginx with one worker, answering every request with the same bytes from its configuration. */
final class Nginx {
  static final String PACKAGE = "nginx-light";

  /** Those that nginx writes by itself. */
  private static final Set<String> OWN = Set.of("content-length", "content-type", "date", "server");

  private Nginx() {}

  /** Starts it with an answer to give: its headers, its body. */
  static Rival serving(HttpResponse<String> answer, Path folder) throws IOException {
    String program = Rival.find("nginx", PACKAGE);
    Path home = Files.createDirectories(folder.resolve("nginx"));
    return Rival.start(
        port -> {
          Path file = home.resolve("nginx.conf");
          Files.writeString(file, configuration(answer, home, port), StandardCharsets.UTF_8);
          return List.of(
              program, "-p", home.toString(), "-c", file.toString(), "-e", home + "/error.log");
        },
        home.resolve("output"));
  }

  private static String configuration(HttpResponse<String> answer, Path home, int port) {
    String headers =
        answer.headers().map().entrySet().stream()
            .filter(header -> !OWN.contains(header.getKey()))
            .map(header ->
                "add_header %s '%s';".formatted(header.getKey(), header.getValue().getFirst()))
            .collect(Collectors.joining("\n      "));
    return """
    daemon off;
    worker_processes 1;
    pid %1$s/pid;
    events { worker_connections 4096; }
    http {
      access_log off;
      keepalive_requests 1000000000;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      server {
        listen 127.0.0.1:%2$d;
        location / {
          default_type application/json;
          %3$s
          return 200 '%4$s';
        }
      }
    }
    """
        .formatted(home, port, headers, answer.body().replace("'", "\\'"));
  }
}
