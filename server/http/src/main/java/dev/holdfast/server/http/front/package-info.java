/** What everybody may see: health, the contract, a page that says where to go. */
@NullMarked
package dev.holdfast.server.http.front;

import org.jspecify.annotations.NullMarked;
