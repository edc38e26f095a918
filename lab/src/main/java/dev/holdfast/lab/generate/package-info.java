/**
 * Orders, stock movements and walks of many clients, drawn from a seed: the same parameters give
 * the same bytes, on any machine and with any number of threads. A client's day is drawn by itself,
 * so days can be drawn in any order.
 */
@NullMarked
package dev.holdfast.lab.generate;

import org.jspecify.annotations.NullMarked;
