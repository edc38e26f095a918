/** Tariffs and service calendars from CSV files. */
@NullMarked
package dev.holdfast.application.fulfilment;

import org.jspecify.annotations.NullMarked;
