package dev.holdfast.server.http.availability;

import dev.holdfast.application.operations.Latencies;
import dev.holdfast.application.operations.LatencyCounts;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is available, where: answered from the view, without the store. */
public final class AvailabilityRoutes {
  private final StockView view;
  private final ChangeStreams streams;
  private final int looksPerBeat;

  /** One for each event loop. */
  private final List<Latencies> latencies = new CopyOnWriteArrayList<>();

  /** Made before the view is fed, so that no change is missed. */
  public AvailabilityRoutes(StockView view) {
    this(view, new ChangeStreams(view), StreamDesk.LOOKS_PER_BEAT);
  }

  AvailabilityRoutes(StockView view, ChangeStreams streams, int looksPerBeat) {
    this.view = view;
    this.streams = streams;
    this.looksPerBeat = looksPerBeat;
  }

  /** How many streams are open. */
  public int openStreams() {
    return streams.size();
  }

  /** How long the lookups took that were answered so far. */
  public LatencyCounts lookups() {
    return Latencies.sum(latencies);
  }

  /** Adds the routes of one event loop. */
  public void addTo(Routes routes) {
    Latencies own = new Latencies();
    latencies.add(own);
    Lookups lookups = new Lookups(view, own);
    Patience patience = new Patience(lookups.seen());
    routes.hot(Lookups.PREFIX, lookups::answerKept);
    Queries queries = new Queries(view, lookups);
    StreamDesk desk = new StreamDesk(view, streams, lookups, looksPerBeat);
    routes.memory(
        HttpMethod.GET,
        Lookups.PREFIX + Lookups.STREAM,
        Permission.LOOK_UP,
        exchange -> patience.caughtUp(exchange, desk::open));
    routes.memory(
        HttpMethod.POST,
        "/v1/availability/query",
        Permission.LOOK_UP,
        exchange -> patience.caughtUp(exchange, queries::answer));
    routes.memory(
        HttpMethod.GET,
        Lookups.PREFIX + ":sku",
        Permission.LOOK_UP,
        exchange -> patience.caughtUp(exchange, lookups::answer));
  }
}
