package dev.holdfast.bench.drill;

import dev.holdfast.bench.audit.Acknowledged;
import dev.holdfast.bench.instance.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An attempt is one command that a shopper sends until it is settled, always with the same
 * idempotency key, and the answer that settled it. Sent by one thread at a time.
 */
final class Attempt {
  private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
  private static final int CONFLICT = 409;
  private static final String STILL_RUNNING = "in-progress";

  private static final String SHIP_TO =
      "\"shipTo\":{\"postcode\":\"80202\",\"country\":\"US\",\"residential\":true}";

  private final Kind kind;
  private final List<Amount> amounts;
  private final @Nullable Attempt reservation;
  private final String key = UUID.randomUUID().toString();
  private volatile @Nullable Reply settled;

  private Attempt(Kind kind, List<Amount> amounts, @Nullable Attempt reservation) {
    this.kind = kind;
    this.amounts = List.copyOf(amounts);
    this.reservation = reservation;
  }

  /** A command that names its lines: a reservation, a sale or a receipt. */
  static Attempt of(Kind kind, List<Amount> amounts) {
    return new Attempt(kind, amounts, null);
  }

  /** A command on a reservation or an order that was made: confirm, release or cancel. */
  static Attempt on(Kind kind, Attempt reservation) {
    return new Attempt(kind, reservation.amounts, reservation);
  }

  /** What a command does. */
  enum Kind {
    RESERVE("/v1/reservations"),
    CONFIRM("/confirm"),
    RELEASE("/release"),
    ORDER("/v1/orders"),
    CANCEL("/cancel"),
    SELL("/v1/sales"),
    RECEIVE("/v1/receipts");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  /** So many units of a position. */
  record Amount(Position position, long units) {
    String json() {
      return String.format(
          "{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":%d}",
          position.sku(), position.location(), units);
    }
  }

  /** A stock position. */
  record Position(String sku, String location) {}

  Kind kind() {
    return kind;
  }

  String key() {
    return key;
  }

  List<Amount> amounts() {
    return amounts;
  }

  /** What a confirmation, release or cancellation is about. */
  @Nullable Attempt reservation() {
    return reservation;
  }

  String path() {
    return reservation == null
        ? kind.path
        : reservation.kind.path + "/" + reservation.subject() + kind.path;
  }

  /** The body; plain movements carry their key as the reason, to be found in the ledger. */
  String json() {
    if (reservation != null) {
      return "{}";
    }
    if (kind == Kind.ORDER) {
      return orderJson();
    }
    String lines = amounts.stream().map(Amount::json).collect(Collectors.joining(","));
    String rest = kind == Kind.RESERVE ? "\"ttlSeconds\":86400" : "\"reason\":\"" + key + "\"";
    return "{\"lines\":[" + lines + "]," + rest + "}";
  }

  private String orderJson() {
    Map<String, Long> units = new TreeMap<>();
    amounts.forEach(amount -> units.merge(amount.position().sku(), amount.units(), Long::sum));
    return units.entrySet().stream()
        .map(line -> "{\"sku\":\"" + line.getKey() + "\",\"quantity\":" + line.getValue() + "}")
        .collect(Collectors.joining(",", "{\"lines\":[", "]," + SHIP_TO + "}"));
  }

  /** What this attempt holds, if it was done: one claim of a reservation, one per shipment. */
  List<Claim> claims() {
    Reply reply = settled;
    if (reply == null || !reply.isDone()) {
      return List.of();
    }
    return kind == Kind.ORDER
        ? Claim.ofOrder(reply.body())
        : List.of(new Claim(subject(), amounts));
  }

  /** Takes an answer; says whether it settles the attempt. An unknown outcome does not. */
  boolean answered(Reply reply) {
    boolean unknown =
        reply.status() >= 500
            || TRY_AGAIN.contains(reply.status())
            || (reply.status() == CONFLICT && reply.problem().contains(STILL_RUNNING));
    if (!unknown) {
      settled = reply;
    }
    return !unknown;
  }

  boolean isOpen() {
    return settled == null;
  }

  boolean isDone() {
    Reply reply = settled;
    return reply != null && reply.isDone();
  }

  /** Refused for a reason that such a command may have. */
  boolean isRefused() {
    Reply reply = settled;
    return reply != null && reply.status() == CONFLICT;
  }

  /** Settled by an answer that such a command must never get, such as 404. */
  boolean isNonsense() {
    return !isOpen() && !isDone() && !isRefused();
  }

  /** The id of the reservation or order that this attempt made; empty if it made none. */
  String subject() {
    Reply reply = settled;
    return reply == null ? "" : reply.body().path("id").asText("");
  }

  /** Whether the answer that settled it says that it had been decided at an earlier try. */
  boolean wasDecidedBefore() {
    Reply reply = settled;
    return reply != null && reply.replayed();
  }

  /**
   * Whether a later answer to the same key only repeats the one that settled it. A store that has
   * lost a sale would do it again and answer alike, so the answer has to say that it is a
   * repetition.
   */
  boolean isToldAgainBy(Reply reply) {
    Reply first = settled;
    return first != null
        && reply.replayed()
        && first.isDone() == reply.isDone()
        && first.body().path("id").equals(reply.body().path("id"));
  }

  /** Whether its outcome stands under its own key: an order that lost a race has another. */
  boolean standsUnderItsKey() {
    return kind != Kind.ORDER && kind != Kind.CANCEL;
  }

  /** What a client of this name was told, as the auditor takes it. */
  Acknowledged told(String client) {
    return new Acknowledged(client, key, isDone(), isDone() ? subject() : "");
  }

  @Override
  public String toString() {
    Reply reply = settled;
    String answer = reply == null ? "open" : reply.status() + " " + reply.body();
    return kind + " " + key + " " + amounts + ": " + answer;
  }
}
