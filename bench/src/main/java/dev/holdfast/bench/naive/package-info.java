/** The baselines: the four-step transaction and COPY, over plain JDBC on the same database. */
@NullMarked
package dev.holdfast.bench.naive;

import org.jspecify.annotations.NullMarked;
