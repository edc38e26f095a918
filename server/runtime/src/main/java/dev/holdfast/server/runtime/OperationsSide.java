package dev.holdfast.server.runtime;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.operations.CommandMeter;
import dev.holdfast.application.operations.HotList;
import dev.holdfast.application.operations.HotPositions;
import dev.holdfast.application.operations.LatencyCounts;
import dev.holdfast.application.operations.Pulse;
import dev.holdfast.application.operations.Reading;
import dev.holdfast.application.operations.Ticker;
import dev.holdfast.application.view.Freshness;
import dev.holdfast.application.view.StockView;
import dev.holdfast.server.http.availability.AvailabilityRoutes;
import dev.holdfast.server.http.operations.NodeFacts;
import dev.holdfast.server.http.operations.OperationsRoutes;
import dev.holdfast.server.runtime.config.NodeRole;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresCatalogueStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What watches the node for its operators. Made in two steps, because the lanes tell it of their
 * batches and it tells how full they are: first what listens, then what looks.
 */
final class OperationsSide implements AutoCloseable {
  /** Names of hot positions are few, and those of an hour ago are of no use. */
  private static final int MAX_NAMES = 1_000;

  private final CommandMeter commands = new CommandMeter();
  private final HotPositions positions = new HotPositions();
  private @Nullable Ticker beat;
  private @Nullable Ticker naming;

  /** What is to be told of every batch. */
  LaneListener listener() {
    return LaneListener.all(List.of(commands, positions));
  }

  /** What there is to look at. */
  record Watched(CommandLanes lanes, StockView view, AvailabilityRoutes availability) {}

  /** Begins to look. Returns what tells of it. */
  OperationsRoutes watch(Settings settings, Database database, AccessStore access, Watched node) {
    Pulse pulse = new Pulse(() -> read(node));
    CatalogueDirectory names =
        new CatalogueDirectory(new PostgresCatalogueStore(database), MAX_NAMES);
    HotList hot = new HotList(positions, names, access);
    beat = start(new Ticker("pulse", Pulse.STEP, pulse::beat));
    naming = start(new Ticker("hot-positions", HotList.PAUSE, hot::refresh));
    return new OperationsRoutes(facts(settings), pulse, hot);
  }

  private static Ticker start(Ticker ticker) {
    ticker.start();
    return ticker;
  }

  private static NodeFacts facts(Settings settings) {
    List<String> roles = settings.roles().stream().sorted().map(role -> label(role)).toList();
    return new NodeFacts(Version.current(), roles, Instant.now());
  }

  private static String label(NodeRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private Reading read(Watched node) {
    LatencyCounts lookups = node.availability().lookups();
    Freshness freshness = node.view().freshness();
    Reading.Gauges gauges =
        new Reading.Gauges(
            freshness.ready() ? freshness.age() : null,
            node.lanes().waiting(),
            node.availability().openStreams(),
            !node.lanes().isStoreAway());
    return new Reading(Instant.now(), System.nanoTime(), lookups, commands.counts(), gauges);
  }

  @Override
  public void close() {
    if (beat != null) {
      beat.close();
    }
    if (naming != null) {
      naming.close();
    }
  }
}
