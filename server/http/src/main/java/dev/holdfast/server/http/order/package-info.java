/** Orders and promises over HTTP. */
@NullMarked
package dev.holdfast.server.http.order;

import org.jspecify.annotations.NullMarked;
