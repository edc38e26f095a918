package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one event loop gave last, by their questions: each question has one place to be
 * kept in, and the latest one keeps it. For one thread.
 */
final class ReadyAnswers {
  /** With {@link #MAX_BYTES}, 32 MB for an event loop at the very most; a few MB as a rule. */
  private static final int SLOTS = 4_096;

  /** Longer answers are cheap to make in relation to sending them. */
  private static final int MAX_BYTES = 4_096;

  private final StockView view;
  private final Rows rows;
  private final @Nullable Ready[] slots = new Ready[SLOTS];

  ReadyAnswers(StockView view) {
    this.view = view;
    this.rows = new Rows(view);
  }

  private static int slot(String question, int client, boolean balances) {
    int hash = (question.hashCode() * 31 + client) * 2;
    hash += balances ? 1 : 0;
    return (hash ^ (hash >>> 15)) & (SLOTS - 1);
  }

  static boolean seesBalances(Principal principal) {
    return principal.role().may(Permission.SEE_BALANCES);
  }

  /**
   * The kept answer, if it still holds; null otherwise.
   *
   * @param question what is asked: the target, which holds the filters
   */
  @Nullable Ready kept(String question, Principal principal) {
    int client = principal.client().value();
    boolean balances = seesBalances(principal);
    Ready ready = slots[slot(question, client, balances)];
    return ready != null && ready.answers(question, client, balances) && ready.holds(view)
        ? ready
        : null;
  }

  /**
   * Makes an answer and keeps it.
   *
   * @param catalogue {@link StockView#catalogueChanges} of before the SKU and the filter were read:
   *     a change since then makes the answer void soon, not wrong for good
   */
  Ready make(String question, Principal principal, long catalogue, ViewSku sku, Filter filter) {
    boolean balances = seesBalances(principal);
    SkuStock stock = view.stock(sku.id());
    byte[] head = rows.write(sku, stock, filter, balances);
    Ready ready = new Ready(question, balances, sku, stock, catalogue, head);
    if (ready.weight() <= MAX_BYTES) {
      slots[slot(question, sku.client().value(), balances)] = ready;
    }
    return ready;
  }
}
