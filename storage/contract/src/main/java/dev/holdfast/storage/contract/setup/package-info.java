/** The contract of settings, and the reference model that keeps it. */
@NullMarked
package dev.holdfast.storage.contract.setup;

import org.jspecify.annotations.NullMarked;
