/** Search over HTTP. */
@NullMarked
package dev.holdfast.server.http.search;

import org.jspecify.annotations.NullMarked;
