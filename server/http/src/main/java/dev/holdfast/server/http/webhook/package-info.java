/** Webhooks and thresholds over HTTP. */
@NullMarked
package dev.holdfast.server.http.webhook;

import org.jspecify.annotations.NullMarked;
