/** Signing in and out over HTTP. */
@NullMarked
package dev.holdfast.server.http.session;

import org.jspecify.annotations.NullMarked;
