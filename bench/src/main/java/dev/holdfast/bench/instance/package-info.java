/** A Holdfast of one's own for a measurement: fresh folder, server processes, database, stock. */
@NullMarked
package dev.holdfast.bench.instance;

import org.jspecify.annotations.NullMarked;
