/**
 * The <code>drill</code> commands: kill things under load, then prove that nothing was lost or
 * doubled.
 */
@NullMarked
package dev.holdfast.bench.drill;

import org.jspecify.annotations.NullMarked;
