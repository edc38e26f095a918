/**
 * The laboratory itself: an engine's stages, the eight questions, how they are timed and compared,
 * and the file that a run leaves.
 */
@NullMarked
package dev.holdfast.lab.stage;

import org.jspecify.annotations.NullMarked;
