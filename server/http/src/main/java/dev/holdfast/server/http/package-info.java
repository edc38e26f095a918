/** The HTTP face: one address, JSON under /v1, errors as problem documents. */
@NullMarked
package dev.holdfast.server.http;

import org.jspecify.annotations.NullMarked;
