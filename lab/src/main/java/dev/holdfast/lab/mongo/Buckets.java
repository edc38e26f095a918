package dev.holdfast.lab.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Lines of one client, place and local hour in one document: the bucket pattern. */
final class Buckets {
  /** About 200 kB; a document may have 16 MB, but is read and written as a whole. */
  static final int MAX_LINES = 500;

  /** What all lines of a bucket share. */
  private static final List<String> SHARED =
      List.of("client", "location", "zone", "day", "hour", "weekday", "currency");

  private static final Set<Object> WAITING = Set.of("placed", "released");

  private Buckets() {}

  static List<Document> of(List<Document> lines) {
    Map<Document, List<Document>> groups = new LinkedHashMap<>();
    for (Document line : lines) {
      Document shared = new Document();
      Document own = new Document(line);
      for (String field : SHARED) {
        shared.append(field, own.remove(field));
      }
      groups.computeIfAbsent(shared, any -> new ArrayList<>()).add(own);
    }
    List<Document> buckets = new ArrayList<>();
    groups.forEach((shared, all) -> {
      for (int from = 0; from < all.size(); from += MAX_LINES) {
        List<Document> some = all.subList(from, Math.min(all.size(), from + MAX_LINES));
        int waiting =
            (int) some.stream().filter(line -> WAITING.contains(line.get("state"))).count();
        buckets.add(new Document(shared).append("waiting", waiting).append("lines", some));
      }
    });
    return buckets;
  }
}
