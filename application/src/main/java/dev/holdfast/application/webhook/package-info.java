/** Tells partners of what the ledger holds: signed, in order per position, at least once. */
@NullMarked
package dev.holdfast.application.webhook;

import org.jspecify.annotations.NullMarked;
