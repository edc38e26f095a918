/** SKUs and locations over HTTP. */
@NullMarked
package dev.holdfast.server.http.catalogue;

import org.jspecify.annotations.NullMarked;
