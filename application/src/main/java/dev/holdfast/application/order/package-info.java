/** Orders: planned, held, changed and read. One class per use case. */
@NullMarked
package dev.holdfast.application.order;

import org.jspecify.annotations.NullMarked;
