/** Keys, clients and accounts over HTTP. */
@NullMarked
package dev.holdfast.server.http.access;

import org.jspecify.annotations.NullMarked;
