/** Committed documents of orders and pick lists as the facts that reports count. */
@NullMarked
package dev.holdfast.application.reporting.facts;

import org.jspecify.annotations.NullMarked;
