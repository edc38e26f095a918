/** How the node and a client's stock fare: what the operations page shows. */
@NullMarked
package dev.holdfast.server.http.operations;

import org.jspecify.annotations.NullMarked;
