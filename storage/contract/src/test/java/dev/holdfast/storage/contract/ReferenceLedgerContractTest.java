package dev.holdfast.storage.contract;

/** The model keeps every promise itself. */
final class ReferenceLedgerContractTest extends StockLedgerContract {
  private static final StoreFixture STORE = new ReferenceFixture();

  @Override
  protected StoreFixture store() {
    return STORE;
  }
}
