package dev.holdfast.application.stock;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines as people write them into positions and smallest units, from memory; {@link #load}
 * brings into memory what was missing there.
 */
public final class LineResolver {
  private final CatalogueDirectory directory;

  public LineResolver(CatalogueDirectory directory) {
    this.directory = directory;
  }

  /**
   * What became of the lines.
   *
   * @param lines in the order of the requests; complete only when nothing else is reported
   * @param unknown whether a code is not in memory: {@link #load}, then resolve again
   * @param violations what is wrong, named by the path of its field
   */
  public record Resolution(List<Line> lines, boolean unknown, List<Violation> violations) {}

  /** Resolves from memory only. */
  public Resolution resolve(ClientId client, List<LineRequest> requests, QuantityRule rule) {
    return resolve(client, requests, rule, false);
  }

  /**
   * Resolves after asking the store for everything that memory does not know: what is unknown then
   * is a violation. Blocks.
   */
  public Resolution load(ClientId client, List<LineRequest> requests, QuantityRule rule) {
    TreeSet<String> skus = new TreeSet<>();
    boolean locations = false;
    for (LineRequest request : requests) {
      if (directory.sku(client, request.sku()) == null) {
        skus.add(request.sku());
      }
      locations |= directory.location(client, request.location()) == null;
    }
    if (!skus.isEmpty()) {
      directory.load(client, skus);
    }
    if (locations) {
      directory.loadLocations(client);
    }
    return resolve(client, requests, rule, true);
  }

  private Resolution resolve(
      ClientId client, List<LineRequest> requests, QuantityRule rule, boolean memoryIsComplete) {
    List<Line> lines = new ArrayList<>(requests.size());
    List<Violation> violations = new ArrayList<>(0);
    boolean unknown = false;
    for (int i = 0; i < requests.size(); i++) {
      LineRequest request = requests.get(i);
      SkuRef sku = directory.sku(client, request.sku());
      LocationRef location = directory.location(client, request.location());
      if (sku == null || location == null) {
        unknown = true;
        if (memoryIsComplete) {
          complainUnknown(i, request, sku, violations);
        }
        continue;
      }
      Line line = line(i, request, sku, location, rule, violations);
      if (line != null) {
        lines.add(line);
      }
    }
    return new Resolution(lines, unknown && !memoryIsComplete, violations);
  }

  private static void complainUnknown(
      int index, LineRequest request, @Nullable SkuRef sku, List<Violation> violations) {
    if (sku == null) {
      violations.add(
          new Violation(
              "lines[" + index + "].sku",
              "there is no SKU " + request.sku() + "; GET /v1/skus lists them"));
    } else {
      violations.add(
          new Violation(
              "lines[" + index + "].location",
              "there is no location " + request.location() + "; GET /v1/locations lists them"));
    }
  }

  private static @Nullable Line line(
      int index,
      LineRequest request,
      SkuRef sku,
      LocationRef location,
      QuantityRule rule,
      List<Violation> violations) {
    String field = "lines[" + index + "].quantity";
    OptionalLong units = sku.scale().parse(request.quantity());
    if (units.isEmpty()) {
      int decimals = sku.scale().decimals();
      violations.add(
          new Violation(
              field,
              sku.code()
                  + (decimals == 0
                      ? " is counted in whole units; write a whole number"
                      : " is counted with at most " + decimals + " decimals")
                  + " that is not too large"));
      return null;
    }
    String complaint = rule.complaint(units.getAsLong());
    if (complaint != null) {
      violations.add(new Violation(field, complaint));
      return null;
    }
    return new Line(PositionKey.of(sku.id(), location.id()), units.getAsLong());
  }
}
