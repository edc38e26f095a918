package dev.holdfast.storage.contract;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.ShortfallReader;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import java.time.Instant;

/**
 * What an engine supplies so that the contract can be tried on it. All tests of a class share one
 * store; each makes clients of its own.
 */
public interface StoreFixture {
  /** A new client of which nothing exists. */
  ClientId newClient();

  /** A new SKU of the client; its number, greater than every earlier one's. */
  long newSku(ClientId client);

  /** A new location of the client; its number, greater than every earlier one's. */
  int newLocation(ClientId client);

  /** A new SKU of the client by its names, its number likewise. */
  long newSku(ClientId client, String code, String name, Scale scale);

  /** A new location of the client by its code, its number likewise. */
  int newLocation(ClientId client, String code);

  /** A new API key of the client; its number. */
  int newActor(ClientId client, String name);

  /** The clock by which reservations expire. */
  Instant now();

  /**
   * The ledger as one of several nodes holds it: no two of them share anything in memory. The same
   * one at every call.
   *
   * @param number from 0 to 2
   */
  StockLedger node(int number);

  /** The ledger of a node that loses its store once, during its next batch, and then finds it. */
  StockLedger losingTheStore(Loss loss);

  /** The ledger of a node that cannot reach its store at all. */
  StockLedger cutOffLedger();

  StockReader reader();

  ShortfallReader shortfalls();

  OrderStore orders();

  /** The reader of a node that cannot reach its store at all. */
  StockReader cutOffReader();

  /** When a store is lost. */
  enum Loss {
    /** Before anything was asked to be durable. */
    BEFORE_THE_COMMIT,
    /** The order to commit never arrives. */
    COMMIT_NEVER_ARRIVES,
    /** It arrives and is obeyed, but nobody is told. */
    ANSWER_TO_THE_COMMIT
  }
}
