package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import io.netty.util.AsciiString;

/**
 * The ready answer to one question about one SKU. Holds as long as its stock is the very same and
 * nothing has changed in the catalogue.
 */
final class Ready {
  private final String question;
  private final boolean balances;
  private final ViewSku sku;
  private final SkuStock stock;
  private final long catalogueChanges;
  private final byte[] head;
  private final AsciiString etag;
  private final AsciiString staleEtag;
  private byte[] whole = {};
  private byte[] closedBy = {};

  Ready(
      String question,
      boolean balances,
      ViewSku sku,
      SkuStock stock,
      long catalogueChanges,
      byte[] head) {
    this.question = question;
    this.balances = balances;
    this.sku = sku;
    this.stock = stock;
    this.catalogueChanges = catalogueChanges;
    this.head = head;
    String digest = Long.toHexString(digest(head));
    this.etag = AsciiString.of("W/\"" + digest + '"');
    this.staleEtag = AsciiString.of("W/\"" + digest + "-stale\"");
  }

  /** Whether it answers the question of this kind of reader. */
  boolean answers(String asked, int client, boolean withBalances) {
    return balances == withBalances && sku.client().value() == client && question.equals(asked);
  }

  /** Whether everything that it was made of is still there. */
  boolean holds(StockView view) {
    return view.catalogueChanges() == catalogueChanges && view.stock(sku.id()).isSame(stock);
  }

  /** How many bytes it takes, roughly. */
  int weight() {
    return head.length;
  }

  /** The answer as a whole. Must not be changed. */
  @SuppressWarnings("ReferenceEquality") // The same bytes are the same; others are joined again.
  byte[] whole(AsOf asOf) {
    if (closedBy != asOf.close()) {
      byte[] joined = new byte[head.length + asOf.close().length];
      System.arraycopy(head, 0, joined, 0, head.length);
      System.arraycopy(asOf.close(), 0, joined, head.length, asOf.close().length);
      whole = joined;
      closedBy = asOf.close();
    }
    return whole;
  }

  /**
   * The validator: of everything but the time. Weak, because two answers with the same one tell the
   * same stock at different times; and another one while the view is stale, because a fresh answer
   * that somebody kept must not be confirmed by a view that cannot vouch for it.
   */
  AsciiString etag(AsOf asOf) {
    return asOf.stale() ? staleEtag : etag;
  }

  /** 64 bits of FNV-1a (Fowler, Noll, Vo), with a last mixing (Stafford's Mix13) for all bits. */
  private static long digest(byte[] bytes) {
    long hash = 0xcbf29ce484222325L;
    for (byte one : bytes) {
      hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
