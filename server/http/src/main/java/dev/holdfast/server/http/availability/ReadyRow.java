package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;

/** One SKU as a query tells it, up to its time. Holds as long as its stock is the very same. */
final class ReadyRow {
  private final int hash;
  private final int codeLength;
  private final RowShape shape;
  private final long skuId;
  private final Object stamp;
  private final byte[] head;

  /**
   * @param hash by which it is found
   */
  ReadyRow(int hash, RowShape shape, ViewSku sku, SkuStock stock, byte[] head) {
    this.hash = hash;
    this.shape = shape;
    this.skuId = sku.id();
    this.codeLength = sku.code().length();
    this.stamp = stock.stamp();
    this.head = head;
  }

  /** Whether it is of a code and shape; the code is compared with the one that it tells. */
  @SuppressWarnings("ReferenceEquality") // A shape is the very object.
  boolean answers(int askedHash, RowShape asked, AskedCodes codes, int index) {
    return hash == askedHash
        && shape == asked
        && codeLength == codes.lengthOf(index)
        && codes.isAt(index, head, Rows.CODE_PLACE);
  }

  @SuppressWarnings("ReferenceEquality") // The same stamp is the same stock.
  boolean holds(StockView view) {
    return view.stamp(skuId) == stamp;
  }

  /** The bytes before {@code ,"asOf":…}. Must not be changed. */
  byte[] head() {
    return head;
  }
}
