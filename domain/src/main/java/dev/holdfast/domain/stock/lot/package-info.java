/** What of a position expires when: lots beside the ledger. Pure; knows nothing of positions. */
@NullMarked
package dev.holdfast.domain.stock.lot;

import org.jspecify.annotations.NullMarked;
