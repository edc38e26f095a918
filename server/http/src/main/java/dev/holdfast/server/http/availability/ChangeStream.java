package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewPlace;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.ClientAddress;
import dev.holdfast.server.http.Exchange;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One stream of Server-Sent Events. Changes are taken in by the feed's thread and written on the
 * connection's event loop; those of one position that cannot be written yet become one, which tells
 * the last of them, so that a slow reader costs no more memory than it watches positions.
 */
final class ChangeStream {
  /** The bytes that may wait for the socket before changes wait instead. */
  private static final int MAX_UNSENT = 64 * 1024;

  private static final byte[] COMMENT = JsonBytes.of(":\n\n");

  private final Exchange exchange;
  private final HttpServerResponse response;
  private final StockView view;
  private final Rows rows;
  private final AsOf.Source asOf;
  private final Filter filter;
  private final boolean balances;
  private final Collection<Long> skuIds;
  private final Backlog backlog = new Backlog();
  private final AtomicBoolean due = new AtomicBoolean();
  private boolean toldStale;

  ChangeStream(
      Exchange exchange, StockView view, AsOf.Source asOf, Filter filter, Collection<Long> skuIds) {
    this.exchange = exchange;
    this.response = exchange.request().response();
    this.view = view;
    this.rows = new Rows(view);
    this.asOf = asOf;
    this.filter = filter;
    this.balances = ReadyAnswers.seesBalances(exchange.principal());
    this.skuIds = skuIds;
  }

  ClientId client() {
    return exchange.principal().client();
  }

  /** Who among those that share an open shop's key; null for holders of a key of their own. */
  @Nullable String visitor() {
    return exchange.principal().role() == Role.SHOPPER
        ? client().value() + " " + ClientAddress.of(exchange.request())
        : null;
  }

  Collection<Long> skuIds() {
    return skuIds;
  }

  /**
   * Begins to write. Called on the event loop, after the headers are set.
   *
   * @param missed what its reader may have missed; null for everything
   */
  void begin(@Nullable Set<Long> missed) {
    response.setWriteQueueMaxSize(MAX_UNSENT);
    response.drainHandler(drained -> write());
    // Or nobody would know that the stream is open until the first change.
    response.write(new JsonBytes(COMMENT.length).raw(COMMENT).toBuffer());
    if (missed == null) {
      backlog.addAll(skuIds);
    } else {
      missed.forEach(this::changed);
    }
    write();
  }

  /** A position has changed. Called by the feed's thread. */
  void changed(long packed) {
    if (filter.location() == null
        || (packed & PositionKey.MAX_LOCATION) == filter.location().id()) {
      backlog.add(packed);
      soon();
    }
  }

  /** Anything may have changed: everything is told again. */
  void rebuilt() {
    backlog.addAll(skuIds);
    soon();
  }

  private void soon() {
    if (due.compareAndSet(false, true)) {
      exchange.context().runOnContext(go -> write());
    }
  }

  private boolean isOver() {
    return response.closed() || response.ended();
  }

  /** Writes what waits, as far as the socket takes it. */
  private void write() {
    due.set(false);
    if (isOver() || response.writeQueueFull()) {
      return;
    }
    // Before anything is taken: all that was committed up to here is told already or taken now.
    ViewPlace place = view.place();
    AsOf now = asOf.now(System.nanoTime());
    Backlog.Part part = backlog.take();
    List<byte[]> heads = heads(part);
    JsonBytes text = new JsonBytes(512);
    for (int i = 0; i < heads.size(); i++) {
      // Whoever resumes from an event must have had everything before it.
      if (part.last() && i == heads.size() - 1) {
        text.ascii("id: ").ascii(Seen.token(place)).ascii("\n");
      }
      text.ascii("event: availability\ndata: ").raw(heads.get(i)).raw(now.close()).ascii("\n\n");
    }
    if (text.length() > 0) {
      response.write(text.toBuffer());
    }
    if (!part.last()) {
      soon();
    }
  }

  private List<byte[]> heads(Backlog.Part part) {
    List<byte[]> heads = new ArrayList<>();
    for (long skuId : part.skus()) {
      ViewSku sku = view.skuById(client(), skuId);
      if (sku != null) {
        heads.add(rows.write(sku, view.stock(skuId), filter, balances));
      }
    }
    for (long packed : part.positions()) {
      ViewSku sku = view.skuById(client(), packed >>> PositionKey.LOCATION_BITS);
      if (sku != null) {
        SkuStock stock = view.stock(sku.id());
        int index = stock.indexOf((int) (packed & PositionKey.MAX_LOCATION));
        if (index >= 0) {
          heads.add(rows.write(sku, stock, index, balances));
        }
      }
    }
    return heads;
  }

  /** Tells when the view has become stale, or fresh again. */
  void tellFreshness(AsOf now) {
    if (now.stale() != toldStale && !isOver() && !response.writeQueueFull()) {
      toldStale = now.stale();
      JsonBytes text = new JsonBytes(128);
      text.ascii(toldStale ? "event: stale\ndata: " : "event: fresh\ndata: ");
      response.write(text.raw(now.alone()).ascii("\n\n").toBuffer());
    }
  }

  /** Ends where the key is not good any more. */
  void endIfUnknown() {
    if (!isOver() && !exchange.isStillRecognised()) {
      response.end();
    }
  }

  /** Shows both sides that the other is there. */
  void beat() {
    if (!isOver() && !response.writeQueueFull()) {
      response.write(new JsonBytes(COMMENT.length).raw(COMMENT).toBuffer());
    }
  }
}
