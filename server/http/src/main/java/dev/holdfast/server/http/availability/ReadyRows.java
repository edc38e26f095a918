package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.access.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the queries of one event loop were given last, found by the bytes of a code without
 * making a text of it: a table of groups, where a row has its place in the group that its hash
 * names. For one thread.
 */
final class ReadyRows {
  /** With {@link #MAX_BYTES}, 40 MB for an event loop at the very most; a few MB as a rule. */
  private static final int SLOTS = 32_768;

  /** The places that a row may have. */
  private static final int GROUP = 4;

  /** Longer rows are cheap to make in relation to sending them. */
  private static final int MAX_BYTES = 1_024;

  /** More than a chain has stores; beyond, all are forgotten. */
  private static final int MAX_SHAPES = 4_096;

  private final StockView view;
  private final Rows rows;
  private final @Nullable ReadyRow[] slots;
  private final Map<Question, RowShape> shapes = new HashMap<>();
  private int turn;

  /** What a shape is found by. */
  private record Question(int client, boolean balances, QueryBody body) {}

  ReadyRows(StockView view) {
    this(view, SLOTS);
  }

  /**
   * @param most rows that are kept; a power of two
   */
  ReadyRows(StockView view, int most) {
    this.view = view;
    this.rows = new Rows(view);
    this.slots = new ReadyRow[most];
  }

  /**
   * The shape of a query's rows as of now.
   *
   * @param filter reads what the body asks for; only called when that is not known
   */
  RowShape shape(Principal principal, QueryBody body, Supplier<Filter> filter) {
    boolean balances = ReadyAnswers.seesBalances(principal);
    long now = view.catalogueChanges();
    Question question = new Question(principal.client().value(), balances, body);
    RowShape known = shapes.get(question);
    if (known != null && known.catalogueChanges() == now) {
      return known;
    }
    RowShape made = new RowShape(principal.client(), balances, filter.get(), now);
    if (made.comesAgain()) {
      if (shapes.size() >= MAX_SHAPES) {
        shapes.clear();
      }
      shapes.put(question, made);
    }
    return made;
  }

  /** The row of a code; null when its client has no such SKU. */
  @Nullable ReadyRow row(RowShape shape, AskedCodes codes, int index) {
    int hash = mixed(codes.hashOf(index), shape);
    int group = (hash & (slots.length / GROUP - 1)) * GROUP;
    int free = -1;
    for (int i = group; i < group + GROUP && free < 0; i++) {
      ReadyRow row = slots[i];
      if (row == null) {
        free = i;
      } else if (row.answers(hash, shape, codes, index)) {
        if (row.holds(view)) {
          return row;
        }
        free = i;
      }
    }
    ReadyRow made = make(hash, shape, codes.text(index));
    if (made != null && shape.comesAgain() && made.head().length <= MAX_BYTES) {
      slots[free < 0 ? group + (turn++ & (GROUP - 1)) : free] = made;
    }
    return made;
  }

  private @Nullable ReadyRow make(int hash, RowShape shape, String code) {
    ViewSku sku = view.sku(shape.client(), code);
    if (sku == null) {
      return null;
    }
    SkuStock stock = view.stock(sku.id());
    return new ReadyRow(
        hash, shape, sku, stock, rows.write(sku, stock, shape.filter(), shape.balances()));
  }

  private static int mixed(int hash, RowShape shape) {
    // The last mixing of MurmurHash3 (Appleby): codes differ in their last digits mostly.
    int mixed = hash ^ shape.hash();
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}
