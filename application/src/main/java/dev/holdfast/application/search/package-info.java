/** Finds SKUs by what people type and scan, from memory: an index per client, fed by the feed. */
@NullMarked
package dev.holdfast.application.search;

import org.jspecify.annotations.NullMarked;
