/** What of the stock expires when, and what is done about it. */
@NullMarked
package dev.holdfast.application.lots;

import org.jspecify.annotations.NullMarked;
