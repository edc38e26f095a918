/**
 * What every engine's clients and keys must do, and those in memory that they are compared with.
 */
@NullMarked
package dev.holdfast.storage.contract.access;

import org.jspecify.annotations.NullMarked;
