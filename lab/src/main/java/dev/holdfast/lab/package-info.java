/** The programs behind {@code ./holdfast generate} and {@code ./holdfast lab}. */
@NullMarked
package dev.holdfast.lab;

import org.jspecify.annotations.NullMarked;
