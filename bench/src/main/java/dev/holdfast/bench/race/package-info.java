/**
 * The <code>race</code> command: many buyers, few units, two servers, exactly as many sold as there
 * are.
 */
@NullMarked
package dev.holdfast.bench.race;

import org.jspecify.annotations.NullMarked;
