/** What every engine that keeps roll-ups must do, and the model in memory that judges it. */
@NullMarked
package dev.holdfast.storage.contract.reporting;

import org.jspecify.annotations.NullMarked;
