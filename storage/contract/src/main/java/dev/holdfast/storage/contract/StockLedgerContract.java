package dev.holdfast.storage.contract;

import org.junit.jupiter.api.Nested;

/** Everything that a ledger and its reader promise. An engine's test extends this. */
public abstract class StockLedgerContract {
  /** The store under test: the same one at every call. */
  protected abstract StoreFixture store();

  @Nested
  final class Reservations extends ReservationContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Expiry extends ExpiryContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Movements extends MovementContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Transfers extends TransferContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Orders extends OrderContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class OrderLists extends OrderReadContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Idempotency extends IdempotencyContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Batches extends BatchContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Loss extends LossContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Reads extends ReadContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Filters extends FilterContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Shortfalls extends ShortfallContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class Isolation extends IsolationContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }

  @Nested
  final class AtRandom extends RandomCommandsContract {
    @Override
    StoreFixture store() {
      return StockLedgerContract.this.store();
    }
  }
}
