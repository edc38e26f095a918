/** How full cartons and containers get, on public sets of orders and loading problems. */
@NullMarked
package dev.holdfast.bench.fulfilment.cartons;

import org.jspecify.annotations.NullMarked;
