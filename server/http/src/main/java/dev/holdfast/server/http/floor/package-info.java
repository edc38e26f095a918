/** The work on the warehouse floor over HTTP. */
@NullMarked
package dev.holdfast.server.http.floor;

import org.jspecify.annotations.NullMarked;
