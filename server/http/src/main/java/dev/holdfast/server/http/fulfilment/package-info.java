/** What a client sets up for fulfilment: settings, tariffs, and quotes to try them. */
@NullMarked
package dev.holdfast.server.http.fulfilment;

import org.jspecify.annotations.NullMarked;
