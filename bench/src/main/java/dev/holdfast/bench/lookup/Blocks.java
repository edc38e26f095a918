package dev.holdfast.bench.lookup;

import dev.holdfast.bench.rival.Redis;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests of lookups as bytes, in an order that looks random and is the same in every run. */
final class Blocks {
  private static final int BLOCKS = 64;
  private static final long SEED = 20_261_120L;

  private Blocks() {}

  /** Blocks of so many lookups of one SKU each. */
  static byte[][] lookups(URI base, String key, List<String> skus, int depth) {
    Random random = new Random(SEED);
    byte[][] blocks = new byte[BLOCKS][];
    for (int i = 0; i < BLOCKS; i++) {
      StringBuilder block = new StringBuilder();
      for (int j = 0; j < depth; j++) {
        block.append("GET /v1/availability/").append(skus.get(random.nextInt(skus.size())));
        block.append(" HTTP/1.1\r\nHost: ").append(base.getAuthority());
        block.append("\r\nAuthorization: Bearer ").append(key).append("\r\n\r\n");
      }
      blocks[i] = block.toString().getBytes(StandardCharsets.UTF_8);
    }
    return blocks;
  }

  /** Blocks of one query of so many SKUs each. */
  static byte[][] queries(URI base, String key, List<String> skus, int many) {
    Random random = new Random(SEED);
    byte[][] blocks = new byte[BLOCKS][];
    for (int i = 0; i < BLOCKS; i++) {
      List<String> quoted = new ArrayList<>();
      for (String sku : some(random, skus, many)) {
        quoted.add('"' + sku + '"');
      }
      String body =
          "{\"skus\":[" + String.join(",", quoted) + "],\"location\":\"" + Shelf.STORE + "\"}";
      String head =
          "POST /v1/availability/query HTTP/1.1\r\nHost: "
              + base.getAuthority()
              + "\r\nAuthorization: Bearer "
              + key
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      blocks[i] = (head + body).getBytes(StandardCharsets.UTF_8);
    }
    return blocks;
  }

  /** Blocks of one MGET of so many keys each. */
  static byte[][] gets(List<String> keys, int many) {
    Random random = new Random(SEED);
    byte[][] blocks = new byte[BLOCKS][];
    for (int i = 0; i < BLOCKS; i++) {
      List<String> words = new ArrayList<>(List.of("MGET"));
      words.addAll(some(random, keys, many));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(Redis.command(words));
      blocks[i] = bytes.toByteArray();
    }
    return blocks;
  }

  private static List<String> some(Random random, List<String> all, int many) {
    return random.ints(0, all.size()).distinct().limit(many).mapToObj(all::get).toList();
  }
}
