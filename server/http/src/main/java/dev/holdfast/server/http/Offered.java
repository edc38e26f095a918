package dev.holdfast.server.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which methods work on which paths, for the header Allow. */
final class Offered {
  private final List<Offer> offers = new ArrayList<>();

  private record Offer(String method, List<String> parts) {
    boolean fits(List<String> path) {
      if (!parts.isEmpty() && parts.getLast().equals("*")) {
        int fixed = parts.size() - 1;
        return path.size() > fixed && path.subList(0, fixed).equals(parts.subList(0, fixed));
      }
      if (path.size() != parts.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!parts.get(i).startsWith(":") && !parts.get(i).equals(path.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Adds a route.
   *
   * @param path whose variable parts start with a colon; one star at its end is any rest
   */
  void add(HttpMethod method, String path) {
    offers.add(new Offer(method.name(), parts(path)));
  }

  /** The methods that work on a path, in alphabetical order. */
  String methods(String path) {
    List<String> parts = parts(path);
    TreeSet<String> methods = new TreeSet<>();
    for (Offer offer : offers) {
      if (offer.fits(parts)) {
        methods.add(offer.method());
      }
    }
    return String.join(", ", methods);
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/"));
  }
}
