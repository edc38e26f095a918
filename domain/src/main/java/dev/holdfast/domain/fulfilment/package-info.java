/**
 * From order to door: what is shipped from where, in which cartons, by which service. Pure rules,
 * no I/O, no clock, no randomness; this package holds the words that all of its parts share.
 */
@NullMarked
package dev.holdfast.domain.fulfilment;

import org.jspecify.annotations.NullMarked;
