package dev.holdfast.bench.rival;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Redis without files, holding what lookups answer. */
public final class Redis {
  /** Its name in Debian. */
  public static final String PACKAGE = "redis-server";

  private Redis() {}

  /** Starts one on the first processor. */
  public static Rival start(Path folder) throws IOException {
    String program = Rival.find("redis-server", PACKAGE);
    return Rival.start(
        port ->
            List.of(
                program,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no"),
        folder.resolve("redis.log"));
  }

  /** Puts the same value under every key. */
  public static void fill(Rival redis, List<String> keys, String value) throws IOException {
    try (Socket socket = new Socket(redis.address().getAddress(), redis.address().getPort());
        OutputStream out = socket.getOutputStream()) {
      byte[] ok = new byte[5];
      for (String key : keys) {
        out.write(command(List.of("SET", key, value)));
        if (socket.getInputStream().readNBytes(ok, 0, ok.length) != ok.length || ok[0] != '+') {
          throw new IOException("Redis did not take a key");
        }
      }
    }
  }

  /** A command in the protocol RESP2. */
  public static byte[] command(List<String> words) {
    StringBuilder text = new StringBuilder("*").append(words.size()).append("\r\n");
    for (String word : words) {
      text.append('$').append(word.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
      text.append(word).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
