/** Parquet files for analysts, written and read by an embedded DuckDB. */
@NullMarked
package dev.holdfast.storage.lake;

import org.jspecify.annotations.NullMarked;
