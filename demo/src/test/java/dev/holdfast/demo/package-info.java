/** Tests of the demo company: that it is plausible, valid, and the same on every machine. */
@NullMarked
package dev.holdfast.demo;

import org.jspecify.annotations.NullMarked;
