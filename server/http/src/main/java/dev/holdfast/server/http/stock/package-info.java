/** Stock, reservations and transfers over HTTP. */
@NullMarked
package dev.holdfast.server.http.stock;

import org.jspecify.annotations.NullMarked;
