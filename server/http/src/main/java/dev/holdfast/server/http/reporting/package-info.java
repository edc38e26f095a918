/** Reports over HTTP. */
@NullMarked
package dev.holdfast.server.http.reporting;

import org.jspecify.annotations.NullMarked;
