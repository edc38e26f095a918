/**
 * The tests that every storage engine must pass, and the reference model that engines are compared
 * with. An engine's own tests extend {@link dev.holdfast.storage.contract.StockLedgerContract},
 * {@link dev.holdfast.storage.contract.CatalogueStoreContract} and {@link
 * dev.holdfast.storage.contract.AccessStoreContract} and supply a fixture.
 */
@NullMarked
package dev.holdfast.storage.contract;

import org.jspecify.annotations.NullMarked;
