/** The OpenAPI contract as a judge of what the running server does. */
@NullMarked
package dev.holdfast.server.runtime.contract;

import org.jspecify.annotations.NullMarked;
