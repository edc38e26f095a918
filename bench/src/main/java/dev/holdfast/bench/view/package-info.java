/** The benchmark of the view in memory: what a position costs, loading, lookups at every size. */
@NullMarked
package dev.holdfast.bench.view;

import org.jspecify.annotations.NullMarked;
