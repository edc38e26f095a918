package dev.holdfast.bench.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.rival.Redis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final URI BASE = URI.create("http://127.0.0.1:8448");
  private static final List<String> SKUS =
      IntStream.range(0, 100).mapToObj(number -> "SKU-" + number).toList();

  @Test
  void aBlockHoldsAsManyLookupsAsAreAskedFor() {
    for (byte[] block : Blocks.lookups(BASE, "key", SKUS, 16)) {
      String text = new String(block, StandardCharsets.UTF_8);
      assertThat(text.split("\r\n\r\n", -1)).hasSize(17);
      assertThat(text).startsWith("GET /v1/availability/SKU-").endsWith("Bearer key\r\n\r\n");
    }
  }

  @Test
  void aQueryAsksForDistinctSkusAndSaysItsLength() {
    for (byte[] block : Blocks.queries(BASE, "key", SKUS, 50)) {
      String[] parts = new String(block, StandardCharsets.UTF_8).split("\r\n\r\n", -1);
      assertThat(parts[0]).endsWith("Content-Length: " + parts[1].length());
      String list = parts[1].substring(parts[1].indexOf('[') + 1, parts[1].indexOf(']'));
      assertThat(list.split(",", -1)).hasSize(50).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyRunAsksTheSame() {
    assertThat(Blocks.lookups(BASE, "key", SKUS, 2))
        .isDeepEqualTo(Blocks.lookups(BASE, "key", SKUS, 2));
  }

  @Test
  void aCommandOfRedisCountsBytes() {
    assertThat(new String(Redis.command(List.of("GET", "ä")), StandardCharsets.UTF_8))
        .isEqualTo("*2\r\n$3\r\nGET\r\n$2\r\nä\r\n");
  }
}
