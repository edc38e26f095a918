/**
 * The demo company: two clients of one logistics operator with their SKUs, locations and stock.
 *
 * <p>Everything is generated from code and bundled tables, without clock, randomness or I/O beyond
 * the class path, so that every machine shows the same demo. All names, brands, streets and
 * barcodes are invented; the cities are real.
 */
@NullMarked
package dev.holdfast.demo;

import org.jspecify.annotations.NullMarked;
