/** The <code>bench</code> commands: hot-sku, spread, lone and import, each beside its baseline. */
@NullMarked
package dev.holdfast.bench.speed;

import org.jspecify.annotations.NullMarked;
