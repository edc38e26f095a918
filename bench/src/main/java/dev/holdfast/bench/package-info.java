/**
 * The programs that show what Holdfast promises: speed, races, crashes. They only use its public
 * face.
 */
@NullMarked
package dev.holdfast.bench;

import org.jspecify.annotations.NullMarked;
