/** How the node fares, for those who run it: measured all the time, in bounded memory. */
@NullMarked
package dev.holdfast.application.operations;

import org.jspecify.annotations.NullMarked;
