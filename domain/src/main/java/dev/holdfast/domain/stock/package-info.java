/** What a command does to a stock position: pure rules, no I/O, no clock. */
@NullMarked
package dev.holdfast.domain.stock;

import org.jspecify.annotations.NullMarked;
