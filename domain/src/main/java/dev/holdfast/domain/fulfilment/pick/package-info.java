/**
 * The work on the floor: layouts, the shortest walk, pick lists, waves and short picks.
 *
 * <p>{@link dev.holdfast.domain.fulfilment.pick.LayoutRules} checks a layout and its slots when
 * they are loaded; everything else here expects what it has passed.
 */
@NullMarked
package dev.holdfast.domain.fulfilment.pick;

import org.jspecify.annotations.NullMarked;
