/**
 * What a measuring command prints: a table for people, one JSON object for machines, and its bars.
 */
@NullMarked
package dev.holdfast.bench.report;

import org.jspecify.annotations.NullMarked;
