package dev.holdfast.application.order;

import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.order.PlaceOrder.Answer;
import dev.holdfast.application.order.PlaceOrder.Wanted;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Places the orders of a file, each under a key that is made of its number: the same order twice is
 * there once, in whatever file it comes.
 */
public final class OrderImport {
  /** Orders of one file that are placed at once: enough that the store writes them in batches. */
  public static final int MAX_IN_FLIGHT = 16;

  /** Tries of one order while the store is away; the pauses before them add up to 15 s. */
  static final int MAX_TRIES = 5;

  private static final long FIRST_PAUSE_MS = 1_000;

  private static final Comparator<OrderLine> BY_SKU =
      Comparator.comparingLong(OrderLine::skuId).thenComparingLong(OrderLine::ordered);

  private final PlaceOrder placing;
  private final OrderStore orders;

  public OrderImport(PlaceOrder placing, OrderStore orders) {
    this.placing = placing;
    this.orders = orders;
  }

  /**
   * An order as a file has it.
   *
   * @param lines each SKU once; none where those of the reservation count
   */
  public record Asked(
      ClientId client,
      int actor,
      String number,
      @Nullable UUID reservation,
      List<OrderLine> lines,
      Delivery delivery,
      @Nullable String note) {
    Request request() {
      return new Request(client, "import:" + number, fingerprint(), actor, note);
    }

    /** Of what is ordered, not of how a file writes it: CSV and JSON lines are one content. */
    private UUID fingerprint() {
      ShipTo to = delivery.to();
      List<@Nullable Object> parts = new ArrayList<>();
      parts.add(reservation);
      parts.add(sorted(lines));
      parts.add(to.name());
      parts.add(to.address());
      parts.add(to.postcode());
      parts.add(to.country());
      parts.add(to.residential());
      parts.add(delivery.promised());
      parts.add(delivery.preferences());
      String text = parts.stream().map(String::valueOf).collect(Collectors.joining("\0"));
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        ByteBuffer digest = ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
      } catch (NoSuchAlgorithmException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }

    boolean isLike(Order order) {
      return delivery.equals(order.delivery())
          && Objects.equals(reservation, order.reservation())
          && (lines.isEmpty() || sorted(lines).equals(sorted(asked(order.lines()))));
    }

    /** As a person said it last: what was not found since then is still the same order. */
    private static List<OrderLine> asked(List<OrderLine> lines) {
      return lines.stream()
          .map(one -> new OrderLine(one.skuId(), one.ordered(), one.ordered(), one.amountMinor()))
          .toList();
    }

    private static List<OrderLine> sorted(List<OrderLine> lines) {
      return lines.stream().sorted(BY_SKU).toList();
    }
  }

  /** What became of one order. */
  public sealed interface Fate {
    /** It is placed. */
    record Placed() implements Fate {}

    /** It was there before, with the same content. */
    record Already() implements Fate {}

    /**
     * It is not placed.
     *
     * @param column at fault, empty when it is the whole order
     * @param reason with the mend, as the end of a sentence
     */
    record Rejected(long line, String column, String value, String reason) implements Fate {}
  }

  /**
   * Does the work of all orders, at most {@link #MAX_IN_FLIGHT} at once.
   *
   * @return the fates in the order of the work
   * @throws InterruptedIOException when the server stops meanwhile
   */
  public static List<Fate> all(List<Callable<Fate>> work) throws InterruptedIOException {
    try (ExecutorService crew =
        Executors.newFixedThreadPool(
            MAX_IN_FLIGHT, Thread.ofVirtual().name("order-import-", 0).factory())) {
      List<Fate> fates = new ArrayList<>(work.size());
      for (Future<Fate> done : crew.invokeAll(work)) {
        if (done.state() == Future.State.FAILED) {
          throw new IllegalStateException("an order could not be imported", done.exceptionNow());
        }
        fates.add(done.resultNow());
      }
      return fates;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while orders were placed");
    }
  }

  /** What an order takes over and asks for, once it is known not to be there yet. */
  @FunctionalInterface
  public interface Goods {
    /** Asked again where the store was away. */
    Wanted of(Asked asked);
  }

  /**
   * Places an order unless it is there; blocks, for a while also where the store is away.
   *
   * @param line where the order stands in its file
   */
  public Fate bring(Asked asked, long line, Goods goods) {
    long pauseMs = FIRST_PAUSE_MS;
    for (int attempt = 1; ; attempt++) {
      Fate fate = attempt(asked, line, goods);
      if (fate != null) {
        return fate;
      }
      if (attempt == MAX_TRIES) {
        return rejected(
            line,
            "got no answer of the store: import the file again, what is placed stays as it is");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs));
      pauseMs *= 2;
    }
  }

  /** Null where the store has not settled it: the same key tells later. */
  private @Nullable Fate attempt(Asked asked, long line, Goods goods) {
    try {
      Fate known = known(asked, line);
      if (known != null) {
        return known;
      }
      return switch (placing.place(asked.request(), goods.of(asked))) {
        case Answer.Placed placed -> placed.replayed() ? new Fate.Already() : new Fate.Placed();
        case Answer.CannotShip no -> rejected(line, cannotShip(no));
        case Answer.Refused no -> refused(asked, line, no.refusal().refusal());
        case Answer.Unsettled none ->
            none.result() instanceof CommandResult.KeyReused ? taken(asked, line) : null;
      };
    } catch (StoreUnavailableException away) {
      return null;
    }
  }

  private static String cannotShip(Answer.CannotShip no) {
    String why =
        no.obstacles().stream().map(PlanObstacle::sentence).collect(Collectors.joining(" "));
    return "cannot be shipped: " + why;
  }

  private Fate refused(Asked asked, long line, Refusal refusal) {
    return switch (refusal) {
      case ORDER_EXISTS -> taken(asked, line);
      case INSUFFICIENT_STOCK ->
          rejected(line, "lost its stock to others while it was placed: import it again");
      default ->
          rejected(
              line,
              "was refused ("
                  + refusal.code()
                  + "): its reservation is over, place it with lines instead");
    };
  }

  /** The fate of an order whose number is taken already; null where it is not. */
  private @Nullable Fate known(Asked asked, long line) {
    OrderStore.Stored stored = orders.findByNumber(asked.client(), asked.number()).orElse(null);
    if (stored == null) {
      return null;
    }
    Order order = OrderDocument.read(stored.row().document());
    return order.isMadeBy(asked.request().mark()) || asked.isLike(order)
        ? new Fate.Already()
        : new Fate.Rejected(
            line,
            "number",
            asked.number(),
            "is that of an order with other content: change that order, or give this one another"
                + " number");
  }

  /** Another request was first with this number, or with the key that is made of it. */
  private Fate taken(Asked asked, long line) {
    Fate known = known(asked, line);
    return known != null
        ? known
        : new Fate.Rejected(
            line,
            "number",
            asked.number(),
            "was tried lately with other content and not placed: give the order another number");
  }

  private static Fate rejected(long line, String reason) {
    return new Fate.Rejected(line, "", "", reason);
  }
}
