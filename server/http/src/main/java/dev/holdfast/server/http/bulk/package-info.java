/** Files over HTTP: CSV imports and exports. */
@NullMarked
package dev.holdfast.server.http.bulk;

import org.jspecify.annotations.NullMarked;
