/**
 * The ports of a storage engine and their promises: atomicity, order, errors and what unknown
 * means.
 */
@NullMarked
package dev.holdfast.storage.api;

import org.jspecify.annotations.NullMarked;
